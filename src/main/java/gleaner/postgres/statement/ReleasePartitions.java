package gleaner.postgres.statement;

import gleaner.cycle.Claim;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/** Says of partitions that are still ours that their owner left in order. */
public final class ReleasePartitions {
    private static final String SQL =
            """
            WITH given AS (
                SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[]) AS g (topic, partition, owner_epoch)
            ), locked AS (
                SELECT p.topic, p.partition
                  FROM gleaner.partition_progress p
                  JOIN given g ON g.topic = p.topic AND g.partition = p.partition
                 ORDER BY p.topic, p.partition
                   FOR NO KEY UPDATE OF p
            )
            UPDATE gleaner.partition_progress p
               SET clean = true, owner = NULL, updated_at = now()
              FROM given g
              JOIN locked l ON l.topic = g.topic AND l.partition = g.partition
             WHERE p.topic = g.topic
               AND p.partition = g.partition
               AND p.owner_epoch = g.owner_epoch
            """;

    private ReleasePartitions() {}

    public static Future<Void> run(SqlClient client, Collection<Claim> claims) {
        var given =
                Columns.of(claims)
                        .text(c -> c.partition().topic())
                        .int4(c -> c.partition().number())
                        .int8(Claim::ownerEpoch);
        return client.preparedQuery(SQL).execute(given.bind()).mapEmpty();
    }
}
