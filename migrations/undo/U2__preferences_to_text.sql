-- The way back of V2__preferences_to_jsonb: JSONB -> TEXT, every document kept. Run it with psql -1 (one transaction) while no
-- worker runs. V4's look-ups and rules read JSONB and go with it; starting the worker again brings all of it back.
SET LOCAL lock_timeout = '3s';

ALTER TABLE public.universal_users
    DROP CONSTRAINT IF EXISTS universal_users_preferences_known_keys,
    DROP CONSTRAINT IF EXISTS universal_users_preferences_object;
DROP INDEX IF EXISTS public.idx_universal_users_preferred_name_lower;
DROP INDEX IF EXISTS public.idx_universal_users_preferred_name;
DROP INDEX IF EXISTS public.idx_universal_users_preferences_gin;

ALTER TABLE public.universal_users ALTER COLUMN preferences DROP DEFAULT;
ALTER TABLE public.universal_users ALTER COLUMN preferences TYPE text USING preferences::text;
ALTER TABLE public.universal_users ALTER COLUMN preferences SET DEFAULT '{}';

-- So that the next start runs V2 and V4 again. (They are older than what stays, which the worker's out-of-order setting allows.)
DO $$
BEGIN
    IF to_regclass('gleaner.gleaner_schema_history') IS NOT NULL THEN
        DELETE FROM gleaner.gleaner_schema_history WHERE version IN ('2', '4');
    END IF;
END
$$;
