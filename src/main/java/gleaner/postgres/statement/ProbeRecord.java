package gleaner.postgres.statement;

import gleaner.cycle.Claim;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Notes, before a record is tried alone, which one it is; only under a claim that still holds. */
public final class ProbeRecord {
    private static final String SQL =
            """
            UPDATE gleaner.partition_progress
               SET probe_offset = $4, updated_at = now()
             WHERE topic = $1 AND partition = $2 AND owner_epoch = $3
            """;

    private ProbeRecord() {}

    /** Gives whether the claim still holds. */
    public static Future<Boolean> run(SqlClient client, Claim claim, long offset) {
        var partition = claim.partition();
        return client.preparedQuery(SQL)
                .execute(
                        Tuple.of(partition.topic(), partition.number(), claim.ownerEpoch(), offset))
                .map(noted -> noted.rowCount() == 1);
    }
}
