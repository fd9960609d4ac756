package gleaner.postgres.migration;

import gleaner.postgres.Jdbc;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code universal_users} whose preferences are TEXT and hold no JSON object: such as keep
 * them from becoming JSONB.
 *
 * @param rows all that were looked at
 * @param unreadable how many of them
 * @param firstIds the first ids of these, at most {@value #NAMED}
 */
record UnreadablePreferences(long rows, long unreadable, List<String> firstIds) {
    private static final int NAMED = 20;

    private static final String SQL =
            """
            SELECT count(*),
                   count(*) FILTER (WHERE unreadable),
                   (array_agg(universal_id ORDER BY universal_id COLLATE "C") FILTER (WHERE unreadable))[1:%d]
              FROM (SELECT universal_id,
                           pg_temp.preferences_document(preferences::text) IS NULL AS unreadable
                      FROM public.universal_users) AS looked_at
            """
                    .formatted(NAMED);

    UnreadablePreferences {
        firstIds = List.copyOf(firstIds);
    }

    /** Looks at every row, and locks none. Makes functions that go with the connection. */
    static UnreadablePreferences in(Jdbc database) throws SQLException {
        database.execute(PreferenceReading.documentIn("pg_temp"));
        return database.row(
                SQL,
                row ->
                        new UnreadablePreferences(
                                row.getLong(1), row.getLong(2), texts(row.getArray(3))));
    }

    /** As V2 says it, which checks smaller tables itself. */
    MigrationRefused refusal() {
        return new MigrationRefused(
                firstIds.stream()
                        .map(id -> "'" + id + "'")
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "the database was not migrated: universal_users.preferences"
                                                + " cannot become JSONB: "
                                                + unreadable
                                                + " of "
                                                + rows
                                                + " rows hold no JSON object, universal_id ",
                                        unreadable > NAMED ? ", ..." : "")));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
