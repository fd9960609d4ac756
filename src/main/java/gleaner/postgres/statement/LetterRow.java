package gleaner.postgres.statement;

import gleaner.cycle.DeadLetter;
import gleaner.event.Partition;
import gleaner.postgres.letter.Sealed;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code gleaner.dead_letter}.
 *
 * @param topicId the log's own id of the topic; null where it is not known
 * @param sealed the record, where it is kept
 */
public record LetterRow(
        LetterKey key,
        @Nullable String topicId,
        String errorClass,
        @Nullable String sqlState,
        String reason,
        int attempts,
        Instant createdAt,
        @Nullable Sealed sealed) {

    /** All columns, as they are selected. */
    static final String COLUMNS =
            "topic, partition, \"offset\", topic_id, error_class, sqlstate, reason, attempts,"
                    + " created_at, payload, key_id";

    /** Whether processes died of the record: nobody tries it again unless told to. */
    public boolean isDeadly() {
        return errorClass.equals(DeadLetter.PROCESS_DIED);
    }

    static LetterRow of(Row row) {
        var payload = row.getBuffer("payload");
        return new LetterRow(
                new LetterKey(
                        new Partition(row.getString("topic"), row.getInteger("partition")),
                        row.getLong("offset")),
                row.getString("topic_id"),
                row.getString("error_class"),
                row.getString("sqlstate"),
                row.getString("reason"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant(),
                payload == null ? null : new Sealed(row.getString("key_id"), payload.getBytes()));
    }
}
