-- The way back of V12__names_that_others_hold: the function as V8 has it.
SET LOCAL lock_timeout = '3s';

CREATE OR REPLACE FUNCTION gleaner.drop_orphaned_names(candidates uuid[]) RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
    dropped bigint;
BEGIN
    PERFORM FROM public.fact_entities WHERE id = ANY (candidates) ORDER BY id FOR UPDATE;
    DELETE FROM public.fact_entities e
     WHERE e.id = ANY (candidates)
       AND NOT EXISTS (SELECT FROM public.user_fact_relationships r WHERE r.entity_id = e.id)
       AND NOT EXISTS (SELECT FROM public.entity_relationships x WHERE e.id IN (x.from_entity_id, x.to_entity_id));
    GET DIAGNOSTICS dropped = ROW_COUNT;
    RETURN dropped;
END
$$;
