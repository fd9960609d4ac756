-- Indexes for the common look-ups, and the rules that the database itself keeps.
-- Two tables are locked in turn, so that a program can wait for one while it holds the other: shorter than deadlock_timeout,
-- it is always this script that gives way and is tried again.
SET LOCAL lock_timeout = '500ms';

CREATE INDEX IF NOT EXISTS idx_universal_users_preferred_name
    ON public.universal_users ((preferences->>'preferred_name'))
    WHERE preferences ? 'preferred_name';
CREATE INDEX IF NOT EXISTS idx_universal_users_preferred_name_lower
    ON public.universal_users (lower(preferences->>'preferred_name'))
    WHERE preferences ? 'preferred_name';

-- Two spellings of one entity are one. "C" folds ASCII alone, and the same in every database; what it leaves apart, the
-- worker asks for by both spellings.
CREATE INDEX IF NOT EXISTS idx_fact_entities_name_folded
    ON public.fact_entities (lower(entity_name COLLATE "C"), entity_type);

-- Each known key, where present, holds an object with a value and a confidence. jsonb sorts numbers among numbers, so
-- BETWEEN takes nothing but a number from 0 to 1, and needs no cast that could fail.
CREATE OR REPLACE FUNCTION gleaner.preferences_well_formed(preferences jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT NOT EXISTS (
        SELECT
          FROM jsonb_each(CASE WHEN jsonb_typeof(preferences) = 'object' THEN preferences ELSE '{}' END) AS entry
         WHERE entry.key IN ('preferred_name', 'pronouns', 'timezone', 'location', 'language', 'communication_style',
                             'response_length', 'formality_level', 'topic_preferences')
           AND NOT (jsonb_typeof(entry.value) = 'object'
                    AND entry.value ? 'value'
                    AND coalesce(entry.value->'confidence' BETWEEN '0'::jsonb AND '1'::jsonb, false)))
$$;

-- NOT VALID: new rows obey at once, old ones are looked at afterwards without locking anybody out.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint
                    WHERE conrelid = 'public.universal_users'::regclass
                      AND conname = 'universal_users_preferences_object') THEN
        ALTER TABLE public.universal_users ADD CONSTRAINT universal_users_preferences_object
            CHECK (jsonb_typeof(preferences) = 'object') NOT VALID;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_constraint
                    WHERE conrelid = 'public.universal_users'::regclass
                      AND conname = 'universal_users_preferences_known_keys') THEN
        ALTER TABLE public.universal_users ADD CONSTRAINT universal_users_preferences_known_keys
            CHECK (gleaner.preferences_well_formed(preferences)) NOT VALID;
    END IF;
END
$$;

-- Where older rows do not obey, the rule stays NOT VALID, and these are the rows that want a repair:
--   SELECT universal_id FROM universal_users
--    WHERE jsonb_typeof(preferences) <> 'object' OR NOT gleaner.preferences_well_formed(preferences)
DO $$
DECLARE
    rule text;
BEGIN
    FOREACH rule IN ARRAY ARRAY['universal_users_preferences_object', 'universal_users_preferences_known_keys'] LOOP
        BEGIN
            EXECUTE format('ALTER TABLE public.universal_users VALIDATE CONSTRAINT %I', rule);
        EXCEPTION
            WHEN check_violation THEN
                RAISE NOTICE 'constraint % stays NOT VALID: some rows do not obey it', rule;
        END;
    END LOOP;
END
$$;
