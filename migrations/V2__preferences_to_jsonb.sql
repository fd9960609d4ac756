-- universal_users.preferences: TEXT -> JSONB. All or nothing: every row is checked first, and one that cannot be
-- converted stops the migration, named. The way back is undo/U2__preferences_to_text.sql.
--
-- An object stays what it is. NULL and JSON null become '{}': both say "nothing known", and NULL || patch is NULL, which
-- would swallow the first preference stored. A string that holds an encoded object is decoded, however often it was
-- encoded. An array, as `object || string` leaves it behind, is merged where that loses nothing. All else is reported.
--
-- The lock lets readers through while the rows are checked, and the whole gives up after 3 s of waiting, because a
-- waiting ALTER TABLE makes everybody else wait behind it. The caller tries again.
SET LOCAL lock_timeout = '3s';

LOCK TABLE public.universal_users IN SHARE ROW EXCLUSIVE MODE;

-- Disjoint objects, or such as agree where they overlap, in one; NULL where something would be lost.
CREATE OR REPLACE FUNCTION pg_temp.gleaner_joined(one jsonb, other jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE WHEN (one || other) @> one THEN one || other END
$$;

-- The document that a stored text holds; NULL where it holds none.
CREATE OR REPLACE FUNCTION pg_temp.gleaner_document(stored text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    doc     jsonb;
    element jsonb;
    merged  jsonb;
BEGIN
    doc := coalesce(stored, '{}')::jsonb;
    CASE jsonb_typeof(doc)
        WHEN 'object' THEN
            RETURN doc;
        WHEN 'null' THEN
            RETURN '{}';
        WHEN 'string' THEN
            RETURN pg_temp.gleaner_document(doc #>> '{}');
        WHEN 'array' THEN
            FOR element IN SELECT value FROM jsonb_array_elements(doc) LOOP
                element := pg_temp.gleaner_document(element::text);
                merged := CASE WHEN merged IS NULL THEN element ELSE pg_temp.gleaner_joined(merged, element) END;
                EXIT WHEN merged IS NULL;
            END LOOP;
            RETURN merged;
        ELSE
            RETURN NULL;
    END CASE;
EXCEPTION
    WHEN data_exception OR program_limit_exceeded THEN
        RETURN NULL;
END
$$;

DO $$
DECLARE
    all_rows  bigint;
    bad_rows  bigint;
    first_ids text;
BEGIN
    IF EXISTS (SELECT
                 FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = 'universal_users'
                  AND column_name = 'preferences' AND data_type = 'jsonb') THEN
        RAISE NOTICE 'universal_users.preferences is JSONB already';
    ELSE
        SELECT count(*),
               count(*) FILTER (WHERE bad),
               string_agg(quote_literal(universal_id), ', ' ORDER BY nth) FILTER (WHERE bad AND nth <= 20)
          INTO all_rows, bad_rows, first_ids
          FROM (SELECT universal_id, bad,
                       row_number() OVER (PARTITION BY bad ORDER BY universal_id COLLATE "C") AS nth
                  FROM (SELECT universal_id, pg_temp.gleaner_document(preferences::text) IS NULL AS bad
                          FROM public.universal_users) AS checked) AS counted;
        IF bad_rows > 0 THEN
            RAISE EXCEPTION USING
                ERRCODE = 'GL001',
                MESSAGE = format('universal_users.preferences cannot become JSONB: %s of %s rows hold no JSON object, '
                                 'universal_id %s%s', bad_rows, all_rows, first_ids,
                                 CASE WHEN bad_rows > 20 THEN ', ...' ELSE '' END),
                HINT = 'Nothing was changed. Give each of these rows a JSON object, such as {}, and start again.';
        END IF;
        ALTER TABLE public.universal_users ALTER COLUMN preferences DROP DEFAULT;
        ALTER TABLE public.universal_users
            ALTER COLUMN preferences TYPE jsonb USING pg_temp.gleaner_document(preferences::text);
    END IF;
    ALTER TABLE public.universal_users ALTER COLUMN preferences SET DEFAULT '{}'::jsonb;
END
$$;

CREATE INDEX IF NOT EXISTS idx_universal_users_preferences_gin ON public.universal_users USING gin (preferences);
