package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import java.util.Collection;

/**
 * Merges preferences as PostgreSQL merges JSONB: {@code preferences || patch}, key by key, leaving
 * every other writer's keys alone. The users are locked already.
 *
 * <p>The patch is bound as text: a {@code String} bound as JSONB would become a JSON string, and
 * {@code object || string} an array. A document that would break the table's rule because of what
 * somebody else once stored is left alone rather than the batch be refused.
 */
public final class MergePreferences {
    private static final String SQL =
            """
            UPDATE public.universal_users u
               SET preferences = merged.preferences
              FROM unnest($1::text[], $2::text[], $3::text[]) AS p (user_id, removed, patch)
              JOIN public.universal_users stored ON stored.universal_id = p.user_id
             CROSS JOIN LATERAL (SELECT (coalesce(stored.preferences, '{}') - string_to_array(p.removed, ','))
                                        || p.patch::jsonb AS preferences) AS merged
             WHERE u.universal_id = p.user_id
               AND gleaner.preferences_well_formed(merged.preferences)
            """;

    private MergePreferences() {}

    /** Gives how many users' preferences changed. */
    public static Future<Integer> run(SqlClient connection, Collection<PreferencePatch> patches) {
        var columns =
                Columns.of(patches)
                        .text(PreferencePatch::userId)
                        .text(p -> String.join(",", p.removed()))
                        .text(PreferencePatch::patch);
        return connection.preparedQuery(SQL).execute(columns.bind()).map(SqlResult::rowCount);
    }
}
