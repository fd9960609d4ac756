-- The facts: entities, what users have to do with them, and what they have to do with each other. Made where they
-- are absent; where an older script made them, with or without a CHECK on entity_type, they stay as they are.
-- Two tables are locked in turn, so that a program can wait for one while it holds the other: shorter than deadlock_timeout,
-- it is always this script that gives way and is tried again.
SET LOCAL lock_timeout = '500ms';

CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

CREATE TABLE IF NOT EXISTS public.fact_entities (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    entity_type   text NOT NULL,
    entity_name   text NOT NULL,
    category      text,
    subcategory   text,
    attributes    jsonb DEFAULT '{}',
    search_vector tsvector GENERATED ALWAYS AS (
        to_tsvector('english',
            COALESCE(entity_name, '') || ' ' ||
            COALESCE(category, '') || ' ' ||
            COALESCE(subcategory, '') || ' ' ||
            COALESCE(attributes->>'tags', ''))
    ) STORED,
    created_at    timestamp DEFAULT now(),
    updated_at    timestamp DEFAULT now(),
    UNIQUE (entity_type, entity_name)
);

CREATE INDEX IF NOT EXISTS idx_fact_entities_type ON public.fact_entities (entity_type);
CREATE INDEX IF NOT EXISTS idx_fact_entities_category ON public.fact_entities (entity_type, category);
CREATE INDEX IF NOT EXISTS idx_fact_entities_search ON public.fact_entities USING gin (search_vector);
CREATE INDEX IF NOT EXISTS idx_fact_entities_attributes ON public.fact_entities USING gin (attributes);
CREATE INDEX IF NOT EXISTS idx_fact_entities_name_trgm ON public.fact_entities USING gin (entity_name gin_trgm_ops);

CREATE TABLE IF NOT EXISTS public.user_fact_relationships (
    id                     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id                varchar(255) NOT NULL REFERENCES public.universal_users (universal_id) ON DELETE CASCADE,
    entity_id              uuid NOT NULL REFERENCES public.fact_entities (id) ON DELETE CASCADE,
    relationship_type      text NOT NULL,
    confidence             float CHECK (confidence >= 0 AND confidence <= 1) DEFAULT 0.5,
    strength               float CHECK (strength >= 0 AND strength <= 1) DEFAULT 0.5,
    emotional_context      text,
    context_metadata       jsonb DEFAULT '{}',
    source_conversation_id text,
    mentioned_by_character text,
    source_platform        text DEFAULT 'discord',
    related_entities       jsonb DEFAULT '[]',
    created_at             timestamp DEFAULT now(),
    updated_at             timestamp DEFAULT now(),
    UNIQUE (user_id, entity_id, relationship_type),
    CHECK (length(relationship_type) > 0 AND length(relationship_type) <= 50)
);

CREATE INDEX IF NOT EXISTS idx_user_facts_lookup
    ON public.user_fact_relationships (user_id, confidence DESC, updated_at DESC);
CREATE INDEX IF NOT EXISTS idx_user_facts_type
    ON public.user_fact_relationships (user_id, relationship_type, confidence DESC);
CREATE INDEX IF NOT EXISTS idx_user_facts_entity
    ON public.user_fact_relationships (entity_id, confidence DESC);
CREATE INDEX IF NOT EXISTS idx_user_facts_character
    ON public.user_fact_relationships (user_id, mentioned_by_character, confidence DESC);
CREATE INDEX IF NOT EXISTS idx_user_facts_emotional
    ON public.user_fact_relationships (user_id, emotional_context, confidence DESC);
CREATE INDEX IF NOT EXISTS idx_user_facts_related
    ON public.user_fact_relationships USING gin (related_entities);
CREATE INDEX IF NOT EXISTS idx_user_facts_created
    ON public.user_fact_relationships (user_id, created_at DESC);

CREATE TABLE IF NOT EXISTS public.entity_relationships (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    from_entity_id    uuid NOT NULL REFERENCES public.fact_entities (id) ON DELETE CASCADE,
    to_entity_id      uuid NOT NULL REFERENCES public.fact_entities (id) ON DELETE CASCADE,
    relationship_type text NOT NULL,
    weight            float CHECK (weight >= 0 AND weight <= 1) DEFAULT 0.5,
    bidirectional     boolean DEFAULT false,
    metadata          jsonb DEFAULT '{}',
    created_at        timestamp DEFAULT now(),
    UNIQUE (from_entity_id, to_entity_id, relationship_type),
    CHECK (from_entity_id != to_entity_id),
    CHECK (relationship_type IN ('similar_to', 'part_of', 'category_of', 'related_to', 'opposite_of', 'requires'))
);

CREATE INDEX IF NOT EXISTS idx_entity_rel_forward
    ON public.entity_relationships (from_entity_id, weight DESC);
CREATE INDEX IF NOT EXISTS idx_entity_rel_reverse
    ON public.entity_relationships (to_entity_id, weight DESC);
CREATE INDEX IF NOT EXISTS idx_entity_rel_type
    ON public.entity_relationships (relationship_type, weight DESC);
CREATE INDEX IF NOT EXISTS idx_entity_rel_bidirectional
    ON public.entity_relationships (bidirectional, from_entity_id, to_entity_id);

-- Older scripts set updated_at on every update. Here it says when something was said, and "later wins" reads it: so it
-- is set for those writers who do not set it themselves, and a row of this worker, known by its slot, keeps its own.
CREATE OR REPLACE FUNCTION public.update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END
$$;

DROP TRIGGER IF EXISTS update_fact_entities_updated_at ON public.fact_entities;
CREATE TRIGGER update_fact_entities_updated_at
    BEFORE UPDATE ON public.fact_entities
    FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

DROP TRIGGER IF EXISTS update_user_fact_relationships_updated_at ON public.user_fact_relationships;
CREATE TRIGGER update_user_fact_relationships_updated_at
    BEFORE UPDATE ON public.user_fact_relationships
    FOR EACH ROW
    WHEN (NEW.updated_at IS NOT DISTINCT FROM OLD.updated_at
          AND NOT coalesce(NEW.context_metadata ? 'slot', false))
    EXECUTE FUNCTION public.update_updated_at_column();

-- What readers call. An older overload compared a varchar with a uuid, so no call of it ever succeeded.
DROP FUNCTION IF EXISTS public.get_user_facts_with_relations(uuid, text, float, int);

CREATE OR REPLACE FUNCTION public.get_user_facts_with_relations(
    p_user_id        varchar,
    p_entity_type    text DEFAULT NULL,
    p_min_confidence float DEFAULT 0.5,
    p_limit          int DEFAULT 20)
RETURNS TABLE (
    entity_name            text,
    entity_category        text,
    relationship_type      text,
    confidence             float,
    emotional_context      text,
    mentioned_by_character text,
    related_entities_count bigint,
    last_updated           timestamp)
LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
    SELECT e.entity_name, e.category, r.relationship_type, r.confidence, r.emotional_context, r.mentioned_by_character,
           (SELECT count(*) FROM entity_relationships x WHERE x.from_entity_id = e.id), r.updated_at
      FROM user_fact_relationships r
      JOIN fact_entities e ON e.id = r.entity_id
     WHERE r.user_id = p_user_id
       AND e.entity_type <> '_processing_marker'
       AND r.relationship_type NOT LIKE '\_enrichment%'
       AND (p_entity_type IS NULL OR e.entity_type = p_entity_type)
       AND r.confidence >= p_min_confidence
     ORDER BY r.confidence DESC, r.updated_at DESC, e.entity_name
     LIMIT p_limit
$$;

-- Loads the library, without which only a superuser may name its settings below.
DO $$
BEGIN
    PERFORM show_limit();
END
$$;

-- The % operator, unlike similarity() > n, can use the trigram index; it reads its threshold from a setting, which the
-- SET clause gives back at the end.
CREATE OR REPLACE FUNCTION public.discover_similar_entities(
    p_entity_id            uuid,
    p_similarity_threshold float DEFAULT 0.3,
    p_limit                int DEFAULT 5)
RETURNS TABLE (
    similar_entity_id   uuid,
    similar_entity_name text,
    similarity_score    float)
LANGUAGE plpgsql
SET search_path = public, pg_temp
SET pg_trgm.similarity_threshold = 0.3
AS $$
DECLARE
    entity fact_entities;
BEGIN
    PERFORM set_config('pg_trgm.similarity_threshold', p_similarity_threshold::text, true);
    SELECT * INTO entity FROM fact_entities WHERE id = p_entity_id;
    RETURN QUERY
        SELECT e.id, e.entity_name, similarity(e.entity_name, entity.entity_name)::float AS score
          FROM fact_entities e
         WHERE e.entity_name % entity.entity_name
           AND e.entity_type = entity.entity_type
           AND e.entity_type <> '_processing_marker'
           AND e.id <> entity.id
         ORDER BY score DESC, e.entity_name
         LIMIT p_limit;
END
$$;
