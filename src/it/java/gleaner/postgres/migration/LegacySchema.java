package gleaner.postgres.migration;

/** What older programs made: their users, the fact tables of their script, and all the rest. */
final class LegacySchema {
    static final String USERS =
            """
            CREATE TABLE universal_users (
                universal_id VARCHAR(255) PRIMARY KEY,
                primary_username VARCHAR(255) NOT NULL,
                display_name VARCHAR(255),
                email VARCHAR(255),
                created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                last_active TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                preferences %s,
                privacy_settings TEXT DEFAULT '{}'
            );
            """;

    static final String FACTS =
            """
            CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            CREATE EXTENSION IF NOT EXISTS btree_gin;
            CREATE TABLE fact_entities (
                id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
                entity_type TEXT NOT NULL,
                entity_name TEXT NOT NULL,
                category TEXT,
                subcategory TEXT,
                attributes JSONB DEFAULT '{}',
                search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english',
                    COALESCE(entity_name, '') || ' ' || COALESCE(category, '') || ' ' ||
                    COALESCE(subcategory, '') || ' ' || COALESCE(attributes->>'tags', ''))) STORED,
                created_at TIMESTAMP DEFAULT NOW(),
                updated_at TIMESTAMP DEFAULT NOW(),
                UNIQUE (entity_type, entity_name)
            );
            CREATE INDEX idx_fact_entities_type ON fact_entities(entity_type);
            CREATE INDEX idx_fact_entities_category ON fact_entities(entity_type, category);
            CREATE INDEX idx_fact_entities_search ON fact_entities USING GIN(search_vector);
            CREATE INDEX idx_fact_entities_attributes ON fact_entities USING GIN(attributes);
            CREATE INDEX idx_fact_entities_name_trgm ON fact_entities USING GIN(entity_name gin_trgm_ops);
            CREATE TABLE user_fact_relationships (
                id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
                user_id VARCHAR(255) NOT NULL REFERENCES universal_users(universal_id) ON DELETE CASCADE,
                entity_id UUID NOT NULL REFERENCES fact_entities(id) ON DELETE CASCADE,
                relationship_type TEXT NOT NULL,
                confidence FLOAT CHECK (confidence >= 0 AND confidence <= 1) DEFAULT 0.5,
                strength FLOAT CHECK (strength >= 0 AND strength <= 1) DEFAULT 0.5,
                emotional_context TEXT,
                context_metadata JSONB DEFAULT '{}',
                source_conversation_id TEXT,
                mentioned_by_character TEXT,
                source_platform TEXT DEFAULT 'discord',
                related_entities JSONB DEFAULT '[]',
                created_at TIMESTAMP DEFAULT NOW(),
                updated_at TIMESTAMP DEFAULT NOW(),
                UNIQUE (user_id, entity_id, relationship_type),
                CHECK (LENGTH(relationship_type) > 0 AND LENGTH(relationship_type) <= 50)
            );
            CREATE INDEX idx_user_facts_lookup ON user_fact_relationships(user_id, confidence DESC, updated_at DESC);
            CREATE INDEX idx_user_facts_type ON user_fact_relationships(user_id, relationship_type, confidence DESC);
            CREATE INDEX idx_user_facts_entity ON user_fact_relationships(entity_id, confidence DESC);
            CREATE INDEX idx_user_facts_character
                ON user_fact_relationships(user_id, mentioned_by_character, confidence DESC);
            CREATE INDEX idx_user_facts_emotional
                ON user_fact_relationships(user_id, emotional_context, confidence DESC);
            CREATE INDEX idx_user_facts_related ON user_fact_relationships USING GIN(related_entities);
            CREATE INDEX idx_user_facts_created ON user_fact_relationships(user_id, created_at DESC);
            CREATE TABLE entity_relationships (
                id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
                from_entity_id UUID NOT NULL REFERENCES fact_entities(id) ON DELETE CASCADE,
                to_entity_id UUID NOT NULL REFERENCES fact_entities(id) ON DELETE CASCADE,
                relationship_type TEXT NOT NULL,
                weight FLOAT CHECK (weight >= 0 AND weight <= 1) DEFAULT 0.5,
                bidirectional BOOLEAN DEFAULT false,
                metadata JSONB DEFAULT '{}',
                created_at TIMESTAMP DEFAULT NOW(),
                UNIQUE (from_entity_id, to_entity_id, relationship_type),
                CHECK (from_entity_id != to_entity_id),
                CHECK (relationship_type IN
                    ('similar_to', 'part_of', 'category_of', 'related_to', 'opposite_of', 'requires'))
            );
            CREATE INDEX idx_entity_rel_forward ON entity_relationships(from_entity_id, weight DESC);
            CREATE INDEX idx_entity_rel_reverse ON entity_relationships(to_entity_id, weight DESC);
            CREATE INDEX idx_entity_rel_type ON entity_relationships(relationship_type, weight DESC);
            CREATE INDEX idx_entity_rel_bidirectional
                ON entity_relationships(bidirectional, from_entity_id, to_entity_id);
            CREATE FUNCTION update_updated_at_column() RETURNS TRIGGER AS $$
            BEGIN
                NEW.updated_at = NOW();
                RETURN NEW;
            END;
            $$ LANGUAGE plpgsql;
            CREATE TRIGGER update_fact_entities_updated_at BEFORE UPDATE ON fact_entities
                FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
            CREATE TRIGGER update_user_fact_relationships_updated_at BEFORE UPDATE ON user_fact_relationships
                FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
            CREATE FUNCTION get_user_facts_with_relations(
                p_user_id UUID, p_entity_type TEXT DEFAULT NULL, p_min_confidence FLOAT DEFAULT 0.5,
                p_limit INT DEFAULT 20)
            RETURNS TABLE (entity_name TEXT) AS $$ BEGIN RETURN; END; $$ LANGUAGE plpgsql;
            """;

    /** A fact table as another version of the script made it. */
    static final String TYPES_CHECKED =
            """
            ALTER TABLE fact_entities ADD CONSTRAINT fact_entities_entity_type_check CHECK (entity_type IN
                ('food', 'hobby', 'person', 'place', 'media', 'activity', 'topic', 'other', '_processing_marker'));
            """;

    /** Some ninety tables that are none of ours, some of them about the same users. */
    static final String OTHERS =
            """
            CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY);
            INSERT INTO alembic_version VALUES ('others_merge_dual_heads');
            CREATE FUNCTION others_touch() RETURNS TRIGGER AS $$
                BEGIN NEW.touched_at = NOW(); RETURN NEW; END $$ LANGUAGE plpgsql;
            DO $$
            BEGIN
                FOR n IN 1..90 LOOP
                    EXECUTE format('CREATE TABLE others_%1$s (id BIGSERIAL PRIMARY KEY, touched_at TIMESTAMP DEFAULT NOW(),
                        user_id VARCHAR(255) REFERENCES universal_users(universal_id) ON DELETE %2$s, notes JSONB)',
                        n, CASE WHEN n % 2 = 0 THEN 'CASCADE' ELSE 'NO ACTION' END);
                    EXECUTE format('CREATE TRIGGER others_touch BEFORE UPDATE ON others_%s FOR EACH ROW
                        EXECUTE FUNCTION others_touch()', n);
                    EXECUTE format('INSERT INTO others_%s (user_id, notes) VALUES (''ann'', ''{"a": 1}'')', n);
                END LOOP;
            END
            $$;
            CREATE VIEW others_names AS SELECT universal_id, primary_username FROM universal_users;
            """;

    /** Rows in all tables that are ours as well. */
    static final String ROWS =
            """
            INSERT INTO universal_users (universal_id, primary_username, preferences) VALUES
                ('ann', 'Ann', '{"preferred_name": {"value": "Annie", "confidence": 0.9}, "theme": "dark"}'),
                ('bob', 'Bob', '{}'), ('cy', 'Cy', NULL);
            INSERT INTO fact_entities (entity_type, entity_name, category) VALUES
                ('food', 'Pizza', 'italian'), ('place', 'Oslo', NULL), ('_processing_marker', 'conv-1', NULL);
            INSERT INTO user_fact_relationships (user_id, entity_id, relationship_type, confidence, context_metadata)
                SELECT u, e.id, r, 0.8, '{"extraction_method": "chat"}'
                  FROM (VALUES ('ann', 'Pizza', 'likes'), ('bob', 'Oslo', 'lives_in'),
                               ('bob', 'conv-1', '_enrichment_fact_marker')) AS v (u, n, r)
                  JOIN fact_entities e ON e.entity_name = v.n;
            INSERT INTO entity_relationships (from_entity_id, to_entity_id, relationship_type)
                SELECT a.id, b.id, 'related_to' FROM fact_entities a, fact_entities b
                 WHERE a.entity_name = 'Pizza' AND b.entity_name = 'Oslo';
            """;

    private LegacySchema() {}
}
