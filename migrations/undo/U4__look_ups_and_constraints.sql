-- The way back of V4__look_ups_and_constraints: the look-ups and the rules go, the data stay.
SET LOCAL lock_timeout = '3s';

ALTER TABLE public.universal_users
    DROP CONSTRAINT IF EXISTS universal_users_preferences_known_keys,
    DROP CONSTRAINT IF EXISTS universal_users_preferences_object;
DROP FUNCTION IF EXISTS gleaner.preferences_well_formed(jsonb);
DROP INDEX IF EXISTS public.idx_fact_entities_name_folded;
DROP INDEX IF EXISTS public.idx_universal_users_preferred_name_lower;
DROP INDEX IF EXISTS public.idx_universal_users_preferred_name;
