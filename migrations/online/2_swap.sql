-- The way for large tables, second step: the new column takes the name. Only the catalogue changes, so the lock is held for
-- milliseconds. Every row has its new value: the rule that says so was validated before, and has done its work.

ALTER TABLE public.universal_users DROP CONSTRAINT gleaner_preferences_converted;
ALTER TABLE public.universal_users RENAME COLUMN preferences TO preferences_text;
ALTER TABLE public.universal_users RENAME COLUMN preferences_jsonb TO preferences;
ALTER TABLE public.universal_users ALTER COLUMN preferences_text DROP DEFAULT;
ALTER TABLE public.universal_users ALTER COLUMN preferences SET DEFAULT '{}'::jsonb;
COMMENT ON COLUMN public.universal_users.preferences IS NULL;
COMMENT ON COLUMN public.universal_users.preferences_text IS
    'preferences as they were before they became JSONB, kept up to date until gleaner migrate --finish';

CREATE OR REPLACE FUNCTION gleaner.keep_both_preferences() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.preferences_text IS NULL
       OR TG_OP = 'UPDATE' AND NEW.preferences IS DISTINCT FROM OLD.preferences THEN
        NEW.preferences_text := NEW.preferences::text;
    ELSIF TG_OP = 'INSERT' OR NEW.preferences_text IS DISTINCT FROM OLD.preferences_text THEN
        NEW.preferences := coalesce(gleaner.preferences_document(NEW.preferences_text), NEW.preferences_text::jsonb);
    END IF;
    RETURN NEW;
END
$$;
