package gleaner.postgres.migration;

import gleaner.postgres.Db;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;

/** The states of a database that the migrations start from. */
enum StartingState {
    /** Nothing at all. */
    EMPTY(""),

    /** Preferences are TEXT; a script made the fact tables, triggers and functions. */
    LEGACY(StartingState.USERS.formatted("text DEFAULT '{}'") + StartingState.FACTS),

    /** As legacy, after the conversion of the preferences. */
    CURRENT(
            StartingState.USERS.formatted("jsonb DEFAULT '{}'::jsonb")
                    + StartingState.FACTS
                    + """
                    CREATE INDEX idx_universal_users_preferences_gin ON universal_users USING gin (preferences);
                    """);

    private static final String USERS =
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

    private static final String FACTS =
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

    private final String script;

    StartingState(String script) {
        this.script = script;
    }

    /** Brings an empty database to this state. */
    void in(TestDatabase database) throws SQLException {
        if (!script.isEmpty()) {
            Db.execute(database, script);
        }
    }
}
