-- The way back of V6__forget_user: functions, which hold no data.
DROP FUNCTION IF EXISTS gleaner.forget_user(text, timestamptz);
DROP FUNCTION IF EXISTS gleaner.clear_identity(text, timestamp);
DROP FUNCTION IF EXISTS gleaner.drop_orphaned_names(uuid[]);
DROP FUNCTION IF EXISTS gleaner.preferences_after(jsonb, timestamptz);
