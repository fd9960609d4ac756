package gleaner.postgres.statement;

import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/**
 * Puts partitions to other positions, parked or not, and ends every claim on them: whoever works
 * there is fenced, and goes on from the new position when it has claimed anew. Whatever the old
 * position was suspected of does not count at the new one.
 */
public final class MovePositions {
    private static final String SQL =
            """
            UPDATE gleaner.partition_progress p
               SET next_offset = m.position,
                   claimed_offset = m.position,
                   topic_id = m.topic_id,
                   owner = NULL,
                   owner_epoch = p.owner_epoch + 1,
                   clean = true,
                   crash_count = 0,
                   probe_offset = NULL,
                   suspect_offset = NULL,
                   parked_reason = NULL,
                   updated_at = now()
              FROM unnest($1::text[], $2::int[], $3::text[], $4::bigint[])
                   AS m (topic, partition, topic_id, position)
             WHERE p.topic = m.topic
               AND p.partition = m.partition
            """;

    private MovePositions() {}

    /**
     * Where to go on.
     *
     * @param topicId the log's own id of the topic that the position belongs to
     */
    public record Move(Partition partition, String topicId, long position) {}

    /** The connection holds the locks of the rows. */
    public static Future<Void> run(SqlClient connection, Collection<Move> moves) {
        var columns =
                Columns.of(moves)
                        .text(m -> m.partition().topic())
                        .int4(m -> m.partition().number())
                        .text(Move::topicId)
                        .int8(Move::position);
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
