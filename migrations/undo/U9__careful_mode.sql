-- The way back of V9__careful_mode. The marks that go are of workers that died, and a worker that runs leaves none.
SET LOCAL lock_timeout = '3s';

DROP INDEX IF EXISTS gleaner.dead_letter_deadly;
ALTER TABLE gleaner.partition_progress DROP COLUMN IF EXISTS suspect_offset;
