-- The document that a stored text holds; NULL where it holds none. V2 has the same two functions for itself alone, and says
-- what they take and why.
CREATE OR REPLACE FUNCTION @schema@.preferences_joined(one jsonb, other jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE WHEN (one || other) @> one THEN one || other END
$$;

CREATE OR REPLACE FUNCTION @schema@.preferences_document(stored text) RETURNS jsonb
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
            RETURN @schema@.preferences_document(doc #>> '{}');
        WHEN 'array' THEN
            FOR element IN SELECT value FROM jsonb_array_elements(doc) LOOP
                element := @schema@.preferences_document(element::text);
                merged := CASE WHEN merged IS NULL THEN element ELSE @schema@.preferences_joined(merged, element) END;
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
