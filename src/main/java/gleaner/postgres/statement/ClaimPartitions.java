package gleaner.postgres.statement;

import gleaner.cycle.Claim;
import gleaner.cycle.MemoryStore.ClaimRequest;
import gleaner.cycle.Suspicion;
import gleaner.event.Partition;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes partitions over, in one transaction: rows for those that nobody ever worked on, a new epoch
 * for all, and what is known of records that kill.
 *
 * <p>An owner that left without a word and had moved nothing since its claim is suspected to have
 * died of a record. After two of them records are tried alone; who dies then before trying any
 * proves nothing, and who dies with the record that the one before died with proves it deadly. A
 * log that is not the one we know, or does not reach to our position, parks the partition: to start
 * over there would lose or repeat records in silence.
 */
public final class ClaimPartitions {
    private static final String INSERT =
            """
            INSERT INTO gleaner.partition_progress (topic, partition, topic_id, next_offset, claimed_offset)
            SELECT a.topic, a.partition, a.topic_id, a.initial_position, a.initial_position
              FROM unnest($1::text[], $2::int[], $3::text[], $4::bigint[])
                   AS a (topic, partition, topic_id, initial_position)
             ORDER BY a.topic COLLATE "C", a.partition
            ON CONFLICT (topic, partition) DO NOTHING
            """;

    private static final String CLAIM =
            """
            WITH asked AS (
                SELECT *
                  FROM unnest($1::text[], $2::int[], $3::text[], $4::bigint[], $5::bigint[])
                       AS a (topic, partition, topic_id, log_begin, log_end)
            ), locked AS (
                SELECT p.topic, p.partition
                  FROM gleaner.partition_progress p
                  JOIN asked a ON a.topic = p.topic AND a.partition = p.partition
                 ORDER BY p.topic, p.partition
                   FOR NO KEY UPDATE OF p
            )
            UPDATE gleaner.partition_progress p
               SET owner = $6,
                   owner_epoch = p.owner_epoch + 1,
                   crash_count = CASE
                       WHEN p.clean THEN 0
                       WHEN p.probe_offset = p.suspect_offset THEN p.crash_count + 1
                       WHEN p.probe_offset IS NOT NULL THEN 3
                       WHEN p.next_offset <> p.claimed_offset THEN 0
                       WHEN p.crash_count >= 2 THEN p.crash_count
                       ELSE p.crash_count + 1
                   END,
                   suspect_offset = CASE WHEN NOT p.clean THEN coalesce(p.probe_offset, p.suspect_offset) END,
                   probe_offset = NULL,
                   clean = false,
                   claimed_offset = p.next_offset,
                   topic_id = coalesce(p.topic_id, a.topic_id),
                   parked_reason = CASE
                       WHEN p.parked_reason IS NOT NULL THEN p.parked_reason
                       WHEN p.topic_id <> a.topic_id THEN
                           format('topic id %s became %s: the topic was recreated', p.topic_id, a.topic_id)
                       WHEN p.next_offset NOT BETWEEN a.log_begin AND a.log_end THEN
                           format('position %s lies outside the log, which holds %s to %s',
                                  p.next_offset, a.log_begin, a.log_end)
                   END,
                   updated_at = now()
              FROM asked a
              JOIN locked l ON l.topic = a.topic AND l.partition = a.partition
             WHERE p.topic = a.topic
               AND p.partition = a.partition
            RETURNING p.topic, p.partition, p.owner_epoch, p.next_offset, p.crash_count, p.suspect_offset,
                      p.parked_reason
            """;

    private ClaimPartitions() {}

    /** Runs all three; the connection must be in a transaction. */
    public static Future<Map<Partition, Claim>> run(
            SqlClient connection, Collection<ClaimRequest> partitions, String owner) {
        var initial = asked(partitions).int8(ClaimRequest::initialPosition).bind();
        var bounds =
                asked(partitions)
                        .int8(ClaimRequest::beginning)
                        .int8(ClaimRequest::end)
                        .bind()
                        .addString(owner);
        var inserted = connection.preparedQuery(INSERT).execute(initial);
        var claimed = connection.preparedQuery(CLAIM).execute(bounds);
        var deadly =
                SelectDeadlyOffsets.run(
                        connection, partitions.stream().map(ClaimRequest::partition).toList());
        return Future.all(inserted, claimed, deadly)
                .map(all -> claims(claimed.result(), deadly.result()));
    }

    private static Columns<ClaimRequest> asked(Collection<ClaimRequest> partitions) {
        return Columns.of(partitions)
                .text(p -> p.partition().topic())
                .int4(p -> p.partition().number())
                .text(ClaimRequest::topicId);
    }

    static Map<Partition, Claim> claims(RowSet<Row> rows, Map<Partition, Set<Long>> deadly) {
        var claims = new TreeMap<Partition, Claim>();
        for (var row : rows) {
            var partition = AdvancePositions.partition(row);
            var suspicion =
                    new Suspicion(
                            row.getInteger("crash_count"),
                            row.getLong("suspect_offset"),
                            deadly.getOrDefault(partition, Set.of()));
            claims.put(
                    partition,
                    new Claim(
                            partition,
                            row.getLong("owner_epoch"),
                            row.getLong("next_offset"),
                            suspicion,
                            row.getString("parked_reason")));
        }
        return claims;
    }
}
