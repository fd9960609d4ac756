-- The fold reads the latest statements of a slot: an index in that order finds them without reading the others.
SET LOCAL lock_timeout = '3s';

CREATE INDEX observation_slot_latest ON gleaner.observation (user_id, slot, said_at DESC, observation_id DESC);
DROP INDEX gleaner.observation_slot;
