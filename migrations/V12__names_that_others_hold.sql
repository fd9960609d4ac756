-- As in V8, but a name that a table of another program refers to stays, so that it does not keep anybody from being forgotten.
-- One by one only where there is such a name, for the sake of the others.
SET LOCAL lock_timeout = '3s';

CREATE OR REPLACE FUNCTION gleaner.drop_orphaned_names(candidates uuid[]) RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
    orphans   uuid[];
    candidate uuid;
    dropped   bigint := 0;
BEGIN
    PERFORM FROM public.fact_entities WHERE id = ANY (candidates) ORDER BY id FOR UPDATE;
    SELECT array_agg(e.id)
      INTO orphans
      FROM public.fact_entities e
     WHERE e.id = ANY (candidates)
       AND NOT EXISTS (SELECT FROM public.user_fact_relationships r WHERE r.entity_id = e.id)
       AND NOT EXISTS (SELECT FROM public.entity_relationships x WHERE e.id IN (x.from_entity_id, x.to_entity_id));
    BEGIN
        DELETE FROM public.fact_entities WHERE id = ANY (orphans);
        GET DIAGNOSTICS dropped = ROW_COUNT;
        RETURN dropped;
    EXCEPTION
        WHEN foreign_key_violation OR restrict_violation THEN
            NULL;
    END;
    FOREACH candidate IN ARRAY orphans LOOP
        BEGIN
            DELETE FROM public.fact_entities WHERE id = candidate;
            dropped := dropped + 1;
        EXCEPTION
            WHEN foreign_key_violation OR restrict_violation THEN
                NULL;
        END;
    END LOOP;
    RETURN dropped;
END
$$;
