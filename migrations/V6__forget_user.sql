-- Forgetting a user: what was said up to a time goes, in every table, whoever wrote it; what was said later stays.
-- The caller holds the lock of the user's row.
SET LOCAL lock_timeout = '3s';

-- The preferences that other writers dated later than p_up_to. The worker's own are folded anew from what is left.
CREATE FUNCTION gleaner.preferences_after(preferences jsonb, p_up_to timestamptz) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
    SELECT coalesce(jsonb_object_agg(entry.key, entry.value), '{}')
      FROM jsonb_each(CASE WHEN jsonb_typeof(preferences) = 'object' THEN preferences ELSE '{}' END) AS entry
     WHERE NOT coalesce(entry.value->'metadata' ? 'extractor', false)
       AND gleaner.said_at(entry.value) > p_up_to
$$;

-- Marker rows of an older worker, people and pets: names that say something of the one user who spoke of them. The lock
-- comes before the look, so that nobody begins to refer to them in between.
CREATE FUNCTION gleaner.drop_orphaned_names(candidates uuid[]) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM FROM public.fact_entities WHERE id = ANY (candidates) ORDER BY id FOR UPDATE;
    DELETE FROM public.fact_entities e
     WHERE e.id = ANY (candidates)
       AND NOT EXISTS (SELECT FROM public.user_fact_relationships r WHERE r.entity_id = e.id)
       AND NOT EXISTS (SELECT FROM public.entity_relationships x WHERE e.id IN (x.from_entity_id, x.to_entity_id));
END
$$;

CREATE FUNCTION gleaner.forget_user(p_user text, p_up_to timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    cut   CONSTANT timestamp := p_up_to AT TIME ZONE 'UTC';
    names uuid[];
BEGIN
    INSERT INTO gleaner.forgotten_user AS f (user_hash, forgotten_at)
    VALUES (gleaner.user_hash(p_user), p_up_to)
    ON CONFLICT (user_hash) DO UPDATE SET forgotten_at = greatest(f.forgotten_at, excluded.forgotten_at);

    SELECT array_agg(DISTINCT e.id)
      INTO names
      FROM public.user_fact_relationships r
      JOIN public.fact_entities e ON e.id = r.entity_id
     WHERE r.user_id = p_user
       AND e.entity_type IN ('_processing_marker', 'person', 'pet');

    DELETE FROM gleaner.observation WHERE user_id = p_user AND said_at <= p_up_to;
    DELETE FROM gleaner.message_revision WHERE user_id = p_user AND revised_at <= p_up_to;
    DELETE FROM gleaner.belief_history WHERE user_id = p_user;
    DELETE FROM public.user_fact_relationships
     WHERE user_id = p_user
       AND (context_metadata ? 'slot' OR updated_at IS NULL OR updated_at <= cut);
    UPDATE public.universal_users
       SET preferences = gleaner.preferences_after(preferences, p_up_to)
     WHERE universal_id = p_user;

    IF EXISTS (SELECT FROM gleaner.observation WHERE user_id = p_user)
       OR EXISTS (SELECT FROM gleaner.message_revision WHERE user_id = p_user)
       OR EXISTS (SELECT FROM public.user_fact_relationships WHERE user_id = p_user)
       OR EXISTS (SELECT FROM public.universal_users WHERE universal_id = p_user AND preferences <> '{}') THEN
        PERFORM gleaner.clear_identity(p_user, cut);
    ELSE
        BEGIN
            DELETE FROM public.universal_users WHERE universal_id = p_user;
        EXCEPTION
            WHEN foreign_key_violation OR restrict_violation THEN
                PERFORM gleaner.clear_identity(p_user, 'infinity');
        END;
    END IF;
    PERFORM gleaner.drop_orphaned_names(names);
END
$$;

-- Where another program's rows hold on to the user's row, or the user came back: names and address go. The privacy settings stay: they say how
-- the user wishes to be treated.
CREATE FUNCTION gleaner.clear_identity(p_user text, p_created_up_to timestamp) RETURNS void
LANGUAGE sql
AS $$
    UPDATE public.universal_users
       SET primary_username = 'user_' || right(universal_id, 8),
           display_name = 'User ' || right(universal_id, 6),
           email = NULL
     WHERE universal_id = p_user
       AND created_at <= p_created_up_to
$$;
