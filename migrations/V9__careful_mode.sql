-- What an owner died of. probe_offset is what the present owner tries alone; suspect_offset what the last one tried when
-- it died. Only a second death with the same record speaks against the record: any process may be killed once.
SET LOCAL lock_timeout = '3s';

ALTER TABLE gleaner.partition_progress ADD COLUMN suspect_offset bigint;

COMMENT ON COLUMN gleaner.partition_progress.crash_count IS 'owners in a row that died without progress; from 2 on records are tried alone, at 4 the suspect is given up';
COMMENT ON COLUMN gleaner.partition_progress.suspect_offset IS 'the record that the last owner tried alone when it died; NULL once the position moved';

-- The few dead letters that every claim asks for, among however many there are.
CREATE INDEX dead_letter_deadly ON gleaner.dead_letter (topic, partition) WHERE error_class = 'process_died';
