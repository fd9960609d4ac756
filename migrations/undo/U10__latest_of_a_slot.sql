-- The way back of V10__latest_of_a_slot: the index that V5 made.
SET LOCAL lock_timeout = '3s';

CREATE INDEX IF NOT EXISTS observation_slot ON gleaner.observation (user_id, slot);
DROP INDEX IF EXISTS gleaner.observation_slot_latest;
