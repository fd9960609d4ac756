-- The worker's own tables. Everything about a user hangs on the user's row and goes with it.
SET LOCAL lock_timeout = '3s';

-- Where each partition stands: the truth, which Kafka's own committed offset only follows. One hot row a partition,
-- updated with every batch and never in an indexed column: the free half of its page keeps those updates in place (HOT).
CREATE TABLE gleaner.partition_progress (
    topic          text COLLATE "C" NOT NULL,
    partition      int NOT NULL CHECK (partition >= 0),
    topic_id       text,
    next_offset    bigint NOT NULL CHECK (next_offset >= 0),
    claimed_offset bigint NOT NULL,
    owner          text,
    owner_epoch    bigint NOT NULL DEFAULT 0,
    clean          boolean NOT NULL DEFAULT true,
    crash_count    int NOT NULL DEFAULT 0,
    probe_offset   bigint,
    parked_reason  text,
    updated_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

COMMENT ON COLUMN gleaner.partition_progress.next_offset IS 'the next offset to apply; moves in the transaction of the data';
COMMENT ON COLUMN gleaner.partition_progress.claimed_offset IS 'next_offset when the owner claimed: equal means no progress since';
COMMENT ON COLUMN gleaner.partition_progress.owner_epoch IS 'fences every write: a later claim ends the earlier one';
COMMENT ON COLUMN gleaner.partition_progress.topic_id IS 'NULL takes the next owner''s word for it: for whoever repairs a parked partition';
COMMENT ON COLUMN gleaner.partition_progress.probe_offset IS 'the record that is being tried alone; NULL once the position moved';
COMMENT ON COLUMN gleaner.partition_progress.parked_reason IS 'why nobody may work here until somebody looked at it';

-- What was said: the truth that all beliefs are folded from. Rows come and go, but none is ever changed.
-- observation_id is a digest of the content, so the same statement delivered twice is one row.
CREATE TABLE gleaner.observation (
    user_id         varchar(255) NOT NULL REFERENCES public.universal_users (universal_id) ON DELETE CASCADE,
    observation_id  uuid NOT NULL,
    message_id      text NOT NULL,
    event_id        text NOT NULL,
    edited          boolean NOT NULL,
    slot            text NOT NULL,
    relation        text,
    entity_type     text,
    entity_name     text,
    preference_key  text,
    value           text,
    wish            text,
    attributes      jsonb,
    denied          boolean NOT NULL,
    temporal        text NOT NULL,
    confidence      float NOT NULL,
    strength        float NOT NULL,
    explicit        boolean NOT NULL,
    emotion         text NOT NULL,
    said_at         timestamptz NOT NULL,
    conversation_id text NOT NULL,
    platform        text,
    character       text,
    span_start      int NOT NULL,
    span_end        int NOT NULL,
    quote           text,
    rule            text NOT NULL,
    extractor       text NOT NULL,
    PRIMARY KEY (user_id, observation_id),
    CHECK ((relation IS NOT NULL AND entity_type IS NOT NULL AND entity_name IS NOT NULL)
        OR (preference_key IS NOT NULL AND value IS NOT NULL))
);
CREATE INDEX observation_slot ON gleaner.observation (user_id, slot);
CREATE INDEX observation_message ON gleaner.observation (user_id, message_id);

COMMENT ON COLUMN gleaner.observation.edited IS 'an edit brought it: it counts while that edit is the message''s revision';
COMMENT ON COLUMN gleaner.observation.slot IS 'where statements compete: lives_in, attitude:pizza, preference:timezone';
COMMENT ON COLUMN gleaner.observation.value IS 'of a preference; of topic_preferences the topic, and wish says which list';
COMMENT ON COLUMN gleaner.observation.extractor IS 'name@version, or foreign:<method> where it was adopted from another writer''s row';

-- Messages that were edited or deleted: what counts as their content now, also for words that arrive later.
CREATE TABLE gleaner.message_revision (
    user_id    varchar(255) NOT NULL REFERENCES public.universal_users (universal_id) ON DELETE CASCADE,
    message_id text NOT NULL,
    revised_at timestamptz NOT NULL,
    deletion   boolean NOT NULL,
    event_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, message_id)
) WITH (fillfactor = 80);

-- What was believed once, and what ended it. Written by the fold, whole for each slot.
CREATE TABLE gleaner.belief_history (
    user_id             varchar(255) NOT NULL REFERENCES public.universal_users (universal_id) ON DELETE CASCADE,
    slot                text NOT NULL,
    seq                 int NOT NULL,
    relation            text,
    entity_type         text,
    entity_name         text,
    preference_key      text,
    value               text,
    wish                text,
    confidence          float NOT NULL,
    valid_from          timestamptz,
    valid_to            timestamptz NOT NULL,
    message_id          text NOT NULL,
    quote               text,
    extractor           text NOT NULL,
    ended_by_message_id text NOT NULL,
    ended_by_quote      text,
    PRIMARY KEY (user_id, slot, seq)
) WITH (fillfactor = 80);

COMMENT ON COLUMN gleaner.belief_history.valid_from IS 'when it was first said; NULL where it was only ever told in the past tense';

-- Records that could not be applied. They hold no payload: it stays in the log, at the offset.
CREATE TABLE gleaner.dead_letter (
    topic       text COLLATE "C" NOT NULL,
    partition   int NOT NULL,
    "offset"    bigint NOT NULL,
    error_class text NOT NULL,
    sqlstate    text,
    reason      text NOT NULL,
    attempts    int NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition, "offset")
);

-- Who was forgotten, up to when. Only a digest of the id stays, enough to keep older messages out.
CREATE TABLE gleaner.forgotten_user (
    user_hash    bytea PRIMARY KEY,
    forgotten_at timestamptz NOT NULL
);

CREATE FUNCTION gleaner.user_hash(user_id text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(user_id, 'UTF8'));

-- When another writer says that a preference was said; NULL where it says nothing readable.
CREATE FUNCTION gleaner.said_at(entry jsonb) RETURNS timestamptz
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN (entry->>'updated_at')::timestamptz;
EXCEPTION
    WHEN data_exception THEN
        RETURN NULL;
END
$$;

-- Which of these types the table takes: an older script's CHECK on entity_type may know fewer. The CHECKs on that
-- column alone are evaluated as they stand.
CREATE FUNCTION gleaner.accepted_entity_types(types text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    rule      text;
    candidate text;
    accepted  boolean;
BEGIN
    SELECT coalesce(string_agg(format('(%s) IS NOT FALSE', pg_get_expr(c.conbin, c.conrelid)), ' AND '), 'true')
      INTO rule
      FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attname = 'entity_type'
     WHERE c.conrelid = 'public.fact_entities'::regclass
       AND c.contype = 'c'
       AND c.conkey = ARRAY[a.attnum];
    FOREACH candidate IN ARRAY types LOOP
        EXECUTE format('SELECT %s FROM (SELECT $1 AS entity_type) AS fact_entities', rule) INTO accepted USING candidate;
        IF accepted THEN
            RETURN NEXT candidate;
        END IF;
    END LOOP;
END
$$;
