package gleaner.postgres.statement;

import gleaner.cycle.Claim;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Puts a partition aside, only under a claim that still holds; an earlier reason stays. */
public final class ParkPartition {
    private static final String SQL =
            """
            UPDATE gleaner.partition_progress
               SET parked_reason = coalesce(parked_reason, $4), clean = true, updated_at = now()
             WHERE topic = $1 AND partition = $2 AND owner_epoch = $3
            """;

    private ParkPartition() {}

    /** Gives whether the claim still held. */
    public static Future<Boolean> run(SqlClient client, Claim claim, String reason) {
        var partition = claim.partition();
        return client.preparedQuery(SQL)
                .execute(
                        Tuple.of(partition.topic(), partition.number(), claim.ownerEpoch(), reason))
                .map(parked -> parked.rowCount() == 1);
    }
}
