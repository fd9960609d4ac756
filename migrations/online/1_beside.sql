-- The way for large tables, first step: a second column for the preferences, and a trigger that keeps both. Everybody goes
-- on reading and writing preferences as TEXT. Can be run again.

ALTER TABLE public.universal_users ADD COLUMN IF NOT EXISTS preferences_jsonb jsonb;
COMMENT ON COLUMN public.universal_users.preferences_jsonb IS
    'preferences as JSONB, while they are converted beside the running programs; NULL where they are not yet';

-- What is no JSON object leaves the new column NULL, and refuses nobody's statement: whether it may stay is asked later.
CREATE OR REPLACE FUNCTION gleaner.keep_both_preferences() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.preferences_jsonb IS NOT NULL THEN
        NEW.preferences := NEW.preferences_jsonb::text;
    ELSIF TG_OP = 'INSERT' OR NEW.preferences IS DISTINCT FROM OLD.preferences THEN
        NEW.preferences_jsonb := gleaner.preferences_document(NEW.preferences);
    ELSIF OLD.preferences_jsonb IS NOT NULL AND NEW.preferences_jsonb IS DISTINCT FROM OLD.preferences_jsonb THEN
        NEW.preferences := NEW.preferences_jsonb::text;
    END IF;
    RETURN NEW;
END
$$;

-- Triggers fire in the order of their names, and this one is to see what the others made of the row.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger
                    WHERE tgrelid = 'public.universal_users'::regclass
                      AND tgname = 'zz_gleaner_keep_both_preferences') THEN
        CREATE TRIGGER zz_gleaner_keep_both_preferences
            BEFORE INSERT OR UPDATE ON public.universal_users
            FOR EACH ROW EXECUTE FUNCTION gleaner.keep_both_preferences();
    END IF;
END
$$;
