package gleaner.postgres.migration;

import static gleaner.postgres.migration.LegacySchema.FACTS;
import static gleaner.postgres.migration.LegacySchema.OTHERS;
import static gleaner.postgres.migration.LegacySchema.ROWS;
import static gleaner.postgres.migration.LegacySchema.TYPES_CHECKED;
import static gleaner.postgres.migration.LegacySchema.USERS;

import gleaner.postgres.Db;
import gleaner.servers.TestDatabase;
import java.sql.SQLException;

/** The states of a database that the migrations start from. */
public enum StartingState {
    /** Nothing at all. */
    EMPTY("", ""),

    /** Preferences are TEXT; a script made the fact tables, triggers and functions. */
    LEGACY(users("text DEFAULT '{}'") + FACTS, ""),

    /** As legacy, with a CHECK that knows fewer types of entities than we do. */
    LEGACY_WITH_TYPES_CHECKED(users("text DEFAULT '{}'") + FACTS + TYPES_CHECKED, ""),

    /** As legacy, among all the other tables of the program that made it. */
    LEGACY_AMONG_OTHERS(users("text DEFAULT '{}'") + FACTS, OTHERS),

    /** As legacy, after the conversion of the preferences. */
    CURRENT(
            users("jsonb DEFAULT '{}'::jsonb")
                    + FACTS
                    + "CREATE INDEX idx_universal_users_preferences_gin ON universal_users USING"
                    + " gin (preferences);",
            ""),

    /** Users without any fact table. */
    USERS_ONLY(users("text DEFAULT '{}'"), ""),

    /** The index came first: on the preferences as TEXT. */
    INDEX_WITHOUT_TYPE(
            users("text DEFAULT '{}'")
                    + FACTS
                    + "CREATE INDEX idx_universal_users_preferences_gin ON universal_users USING"
                    + " gin (preferences gin_trgm_ops);",
            ""),

    /** JSONB already, but without its default and its index. */
    TYPE_WITHOUT_DEFAULT(users("jsonb") + FACTS, ""),

    /** Tables are there, some of their indexes are not. */
    INDEXES_MISSING(
            users("jsonb DEFAULT '{}'::jsonb")
                    + FACTS
                    + "DROP INDEX idx_user_facts_lookup, idx_fact_entities_name_trgm,"
                    + " idx_entity_rel_type;",
            ""),

    /**
     * Somebody was killed while an index was built beside running programs: it is there, and
     * useless.
     */
    KILLED_WHILE_INDEXING(
            users("jsonb DEFAULT '{}'::jsonb")
                    + FACTS
                    + "CREATE INDEX idx_universal_users_preferences_gin ON universal_users USING"
                    + " gin (preferences);",
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid IN"
                    + " ('idx_universal_users_preferences_gin'::regclass,"
                    + " 'idx_user_facts_lookup'::regclass);");

    private final String schema;
    private final String afterwards;

    StartingState(String schema, String afterwards) {
        this.schema = schema;
        this.afterwards = afterwards;
    }

    /** Brings an empty database to this state, without a row. */
    public void in(TestDatabase database) throws SQLException {
        if (this != EMPTY) {
            Db.execute(database, schema + (this == LEGACY_AMONG_OTHERS ? "" : afterwards));
        }
    }

    /** Brings an empty database to this state, with rows in all tables that it has. */
    public void withRowsIn(TestDatabase database) throws SQLException {
        if (this != EMPTY) {
            var rows =
                    this == USERS_ONLY
                            ? ROWS.substring(0, ROWS.indexOf("INSERT INTO fact_entities"))
                            : ROWS;
            Db.execute(database, schema + rows + afterwards);
        }
    }

    private static String users(String preferences) {
        return USERS.formatted(preferences);
    }
}
