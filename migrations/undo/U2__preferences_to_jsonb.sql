-- The way back of V2__preferences_to_jsonb: JSONB -> TEXT, every document kept. What V4 made reads JSONB.
-- Goes with it: V4
-- Goes with it: V11
SET LOCAL lock_timeout = '3s';

DROP INDEX IF EXISTS public.idx_universal_users_preferences_gin;

-- Where the old column is still kept, it takes its name again, with the texts as they were; and a conversion that was
-- begun and not ended leaves nothing behind.
DO $$
DECLARE
    kept CONSTANT text[] := ARRAY(SELECT column_name::text
                                    FROM information_schema.columns
                                   WHERE table_schema = 'public'
                                     AND table_name = 'universal_users'
                                     AND column_name IN ('preferences_text', 'preferences_jsonb'));
BEGIN
    DROP TRIGGER IF EXISTS zz_gleaner_keep_both_preferences ON public.universal_users;
    IF 'preferences_text' = ANY (kept) THEN
        ALTER TABLE public.universal_users DROP COLUMN preferences;
        ALTER TABLE public.universal_users RENAME COLUMN preferences_text TO preferences;
        COMMENT ON COLUMN public.universal_users.preferences IS NULL;
    ELSIF 'preferences_jsonb' = ANY (kept) THEN
        ALTER TABLE public.universal_users DROP COLUMN preferences_jsonb;
    ELSE
        ALTER TABLE public.universal_users ALTER COLUMN preferences DROP DEFAULT;
        ALTER TABLE public.universal_users ALTER COLUMN preferences TYPE text USING preferences::text;
    END IF;
    DROP FUNCTION IF EXISTS gleaner.keep_both_preferences();
    DROP FUNCTION IF EXISTS gleaner.preferences_document(text);
    DROP FUNCTION IF EXISTS gleaner.preferences_joined(jsonb, jsonb);
END
$$;

ALTER TABLE public.universal_users ALTER COLUMN preferences SET DEFAULT '{}';
