-- Whatever is taken back stays taken back, and leaves a receipt. What must only be recognised when it comes again (a
-- revised message, a forgotten conversation, a forgotten user) is kept as a digest, and not as what it is.
SET LOCAL lock_timeout = '500ms';

-- A table that refers to users takes its triggers on them along when it is dropped, and needs users for itself. Whoever removes
-- a user holds users and asks for the tables that refer to it: asked for in the same order, no deadlock can come of it, and
-- with a wait below deadlock_timeout it is this script that gives way.
LOCK TABLE public.universal_users IN ACCESS EXCLUSIVE MODE;

-- A message or conversation of a user. Whoever does not know the id already learns nothing from it, not even whose it was.
CREATE FUNCTION gleaner.hash_within_user(user_id text, id text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(sha256(convert_to(user_id, 'UTF8')) || sha256(convert_to(id, 'UTF8')));

CREATE FUNCTION gleaner.event_hash(event_id text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(event_id, 'UTF8'));

-- Messages that were edited or deleted: what counts as their content now, also for words that arrive later, and also
-- when their user was forgotten since. (A forgetting that took revisions away would let a message through that is dated
-- after it and was revised, by another clock, before it; and only if the forgetting came first.)
CREATE TABLE gleaner.revision (
    message_hash bytea PRIMARY KEY,
    revised_at   timestamptz NOT NULL,
    deletion     boolean NOT NULL,
    event_hash   bytea NOT NULL
) WITH (fillfactor = 80);

INSERT INTO gleaner.revision (message_hash, revised_at, deletion, event_hash)
SELECT gleaner.hash_within_user(user_id, message_id), revised_at, deletion, gleaner.event_hash(event_id)
  FROM gleaner.message_revision;

DROP TABLE gleaner.message_revision;

-- Which conversations of users were forgotten, up to when.
CREATE TABLE gleaner.forgotten_conversation (
    conversation_hash bytea PRIMARY KEY,
    forgotten_at      timestamptz NOT NULL
);

-- What was taken back, and how much it was. Beside the digest of what it was about it holds nothing but numbers.
CREATE TABLE gleaner.receipt (
    subject_hash bytea NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('message.deleted', 'conversation.forgotten', 'user.forgotten')),
    up_to        timestamptz NOT NULL,
    counts       jsonb NOT NULL,
    first_at     timestamptz NOT NULL DEFAULT now(),
    last_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject_hash, kind, up_to)
);

COMMENT ON COLUMN gleaner.receipt.subject_hash IS 'gleaner.user_hash(user), or gleaner.hash_within_user(user, message or conversation)';
COMMENT ON COLUMN gleaner.receipt.up_to IS 'the time of the event, or of the command';
COMMENT ON COLUMN gleaner.receipt.counts IS 'by table: rows that went, or that held something of it and were folded anew; all repetitions together';
COMMENT ON COLUMN gleaner.receipt.last_at IS 'when it was carried out last: again with every replay';

CREATE FUNCTION gleaner.sum_of_counts(a jsonb, b jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_object_agg(k.key, coalesce((a->>k.key)::bigint, 0) + coalesce((b->>k.key)::bigint, 0)), '{}')
          FROM (SELECT jsonb_object_keys(a) UNION SELECT jsonb_object_keys(b)) AS k (key));

CREATE FUNCTION gleaner.add_receipt(p_subject bytea, p_kind text, p_up_to timestamptz, p_counts jsonb) RETURNS void
LANGUAGE sql
AS $$
    INSERT INTO gleaner.receipt AS r (subject_hash, kind, up_to, counts)
    VALUES (p_subject, p_kind, p_up_to, p_counts)
    ON CONFLICT (subject_hash, kind, up_to) DO UPDATE
       SET counts = gleaner.sum_of_counts(r.counts, excluded.counts), last_at = now()
$$;

-- What a dead letter needs to be tried again. The payload is the record, encrypted, where the settings say that it be
-- kept; user_hash is there as long as the payload is, so that the payload goes when the user takes anything back.
ALTER TABLE gleaner.dead_letter
    ADD COLUMN topic_id  text,
    ADD COLUMN payload   bytea,
    ADD COLUMN key_id    text,
    ADD COLUMN user_hash bytea;

COMMENT ON COLUMN gleaner.dead_letter.topic_id IS 'the log''s own id of the topic: under another one the offset is another record';
COMMENT ON COLUMN gleaner.dead_letter.payload IS 'the record: nonce, then AES-256-GCM with the position as associated data; NULL where it is not kept';
COMMENT ON COLUMN gleaner.dead_letter.key_id IS 'under which key of the key file';

UPDATE gleaner.dead_letter d
   SET topic_id = p.topic_id
  FROM gleaner.partition_progress p
 WHERE p.topic = d.topic
   AND p.partition = d.partition;

CREATE INDEX dead_letter_created_at ON gleaner.dead_letter (created_at);
CREATE INDEX dead_letter_payload_of_user ON gleaner.dead_letter (user_hash) WHERE payload IS NOT NULL;

CREATE FUNCTION gleaner.drop_payloads(p_user text) RETURNS bigint
LANGUAGE sql
AS $$
    WITH dropped AS (
        UPDATE gleaner.dead_letter
           SET payload = NULL, key_id = NULL, user_hash = NULL
         WHERE user_hash = gleaner.user_hash(p_user)
           AND payload IS NOT NULL
        RETURNING 1
    )
    SELECT count(*) FROM dropped
$$;

-- As in V6, but it says how many went.
DROP FUNCTION gleaner.drop_orphaned_names(uuid[]);

CREATE FUNCTION gleaner.drop_orphaned_names(candidates uuid[]) RETURNS bigint
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

-- The rows of people and pets of these names, in whatever type an older script's table holds them.
CREATE FUNCTION gleaner.named_entities(names text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE
AS $$
    SELECT e.id
      FROM unnest(names) AS n (name)
      JOIN public.fact_entities e
        ON lower(e.entity_name COLLATE "C") = ANY (ARRAY[lower(n.name COLLATE "C"), lower(n.name)])
     WHERE e.entity_type IN ('person', 'pet')
        OR (e.entity_type = 'other' AND e.category IN ('person', 'pet'))
$$;

-- As in V6, with a receipt. Names go that the user's superseded statements mention, too.
DROP FUNCTION gleaner.forget_user(text, timestamptz);

CREATE FUNCTION gleaner.forget_user(p_user text, p_up_to timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    cut    CONSTANT timestamp := p_up_to AT TIME ZONE 'UTC';
    counts jsonb := '{}';
    n      bigint;
    names  uuid[];
BEGIN
    INSERT INTO gleaner.forgotten_user AS f (user_hash, forgotten_at)
    VALUES (gleaner.user_hash(p_user), p_up_to)
    ON CONFLICT (user_hash) DO UPDATE SET forgotten_at = greatest(f.forgotten_at, excluded.forgotten_at);

    SELECT array_agg(id)
      INTO names
      FROM (SELECT e.id
              FROM public.user_fact_relationships r
              JOIN public.fact_entities e ON e.id = r.entity_id
             WHERE r.user_id = p_user
               AND e.entity_type IN ('_processing_marker', 'person', 'pet')
             UNION
            SELECT gleaner.named_entities(array_agg(DISTINCT o.entity_name))
              FROM gleaner.observation o
             WHERE o.user_id = p_user
               AND o.entity_type IN ('person', 'pet')) AS said (id);

    DELETE FROM gleaner.observation WHERE user_id = p_user AND said_at <= p_up_to;
    GET DIAGNOSTICS n = ROW_COUNT;
    counts := counts || jsonb_build_object('observation', n);
    DELETE FROM gleaner.belief_history WHERE user_id = p_user;
    GET DIAGNOSTICS n = ROW_COUNT;
    counts := counts || jsonb_build_object('belief_history', n);
    DELETE FROM public.user_fact_relationships
     WHERE user_id = p_user
       AND (context_metadata ? 'slot' OR updated_at IS NULL OR updated_at <= cut);
    GET DIAGNOSTICS n = ROW_COUNT;
    counts := counts || jsonb_build_object('user_fact_relationships', n);
    SELECT count(*)
      INTO n
      FROM public.universal_users u, jsonb_object_keys(u.preferences - array(
               SELECT jsonb_object_keys(gleaner.preferences_after(u.preferences, p_up_to))))
     WHERE u.universal_id = p_user
       AND jsonb_typeof(u.preferences) = 'object';
    counts := counts || jsonb_build_object('preferences', n);
    UPDATE public.universal_users
       SET preferences = gleaner.preferences_after(preferences, p_up_to)
     WHERE universal_id = p_user;

    n := 0;
    IF EXISTS (SELECT FROM gleaner.observation WHERE user_id = p_user)
       OR EXISTS (SELECT FROM public.user_fact_relationships WHERE user_id = p_user)
       OR EXISTS (SELECT FROM public.universal_users WHERE universal_id = p_user AND preferences <> '{}') THEN
        PERFORM gleaner.clear_identity(p_user, cut);
    ELSE
        BEGIN
            DELETE FROM public.universal_users WHERE universal_id = p_user;
            GET DIAGNOSTICS n = ROW_COUNT;
        EXCEPTION
            WHEN foreign_key_violation OR restrict_violation THEN
                PERFORM gleaner.clear_identity(p_user, 'infinity');
        END;
    END IF;
    counts := counts
           || jsonb_build_object('universal_users', n)
           || jsonb_build_object('fact_entities', gleaner.drop_orphaned_names(names))
           || jsonb_build_object('dead_letter', gleaner.drop_payloads(p_user));
    PERFORM gleaner.add_receipt(gleaner.user_hash(p_user), 'user.forgotten', p_up_to, counts);
END
$$;

-- Forgetting one conversation of a user: what was said in it up to a time goes, with what other writers say they have
-- from it. The caller holds the lock of the user's row, folds anew, and then drops the names that nobody refers to.
CREATE FUNCTION gleaner.forget_conversation(p_user text, p_conversation text, p_up_to timestamptz)
RETURNS TABLE (slot text, entity_type text, entity_name text)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
    conversation CONSTANT bytea := gleaner.hash_within_user(p_user, p_conversation);
    counts       jsonb;
    n            bigint;
BEGIN
    INSERT INTO gleaner.forgotten_conversation AS f (conversation_hash, forgotten_at)
    VALUES (conversation, p_up_to)
    ON CONFLICT (conversation_hash) DO UPDATE SET forgotten_at = greatest(f.forgotten_at, excluded.forgotten_at);

    counts := gleaner.counts_of_messages(p_user, array(
        SELECT DISTINCT o.message_id
          FROM gleaner.observation o
         WHERE o.user_id = p_user AND o.conversation_id = p_conversation AND o.said_at <= p_up_to));

    RETURN QUERY
        DELETE FROM gleaner.observation o
         WHERE o.user_id = p_user
           AND o.conversation_id = p_conversation
           AND o.said_at <= p_up_to
        RETURNING o.slot, o.entity_type, o.entity_name;
    GET DIAGNOSTICS n = ROW_COUNT;
    counts := counts || jsonb_build_object('observation', n);

    DELETE FROM public.user_fact_relationships r
     WHERE r.user_id = p_user
       AND r.source_conversation_id = p_conversation
       AND NOT coalesce(r.context_metadata ? 'slot', false)
       AND (r.updated_at IS NULL OR r.updated_at <= p_up_to AT TIME ZONE 'UTC');
    GET DIAGNOSTICS n = ROW_COUNT;
    counts := gleaner.sum_of_counts(counts, jsonb_build_object('user_fact_relationships', n))
           || jsonb_build_object('dead_letter', gleaner.drop_payloads(p_user));
    PERFORM gleaner.add_receipt(conversation, 'conversation.forgotten', p_up_to, counts);
END
$$;

-- Rows that hold something of these messages of a user, and that the fold is going to write anew without them.
CREATE FUNCTION gleaner.counts_of_messages(p_user text, p_messages text[]) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
    SELECT jsonb_build_object(
        'user_fact_relationships',
        (SELECT count(*)
           FROM public.user_fact_relationships r
          WHERE r.user_id = p_user
            AND r.context_metadata ? 'slot'
            AND EXISTS (SELECT
                          FROM jsonb_array_elements(r.context_metadata->'evidence') AS said
                         WHERE said->>'message_id' = ANY (p_messages))),
        'belief_history',
        (SELECT count(*)
           FROM gleaner.belief_history h
          WHERE h.user_id = p_user
            AND (h.message_id = ANY (p_messages) OR h.ended_by_message_id = ANY (p_messages))),
        'preferences',
        (SELECT count(DISTINCT o.slot)
           FROM gleaner.observation o
          WHERE o.user_id = p_user
            AND o.message_id = ANY (p_messages)
            AND o.preference_key IS NOT NULL))
$$;
