package gleaner.postgres.statement;

import gleaner.memory.Slot;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;
import java.util.Map;

/**
 * Makes the history of some slots exactly this: rows that are the same already are not touched, and
 * rows beyond the end go.
 */
public final class ReplaceHistory {
    private static final String UPSERT =
            """
            INSERT INTO gleaner.belief_history AS h
                   (user_id, slot, seq, relation, entity_type, entity_name, preference_key, value, wish, confidence,
                    valid_from, valid_to, message_id, quote, extractor, ended_by_message_id, ended_by_quote)
            SELECT *
              FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::float8[], $11::timestamptz[], $12::timestamptz[], $13::text[],
                          $14::text[], $15::text[], $16::text[], $17::text[])
            ON CONFLICT (user_id, slot, seq) DO UPDATE
               SET (relation, entity_type, entity_name, preference_key, value, wish, confidence,
                    valid_from, valid_to, message_id, quote, extractor, ended_by_message_id, ended_by_quote)
                 = (excluded.relation, excluded.entity_type, excluded.entity_name, excluded.preference_key,
                    excluded.value, excluded.wish, excluded.confidence, excluded.valid_from, excluded.valid_to,
                    excluded.message_id, excluded.quote, excluded.extractor, excluded.ended_by_message_id,
                    excluded.ended_by_quote)
             WHERE h IS DISTINCT FROM excluded
            """;

    private static final String TRIM =
            """
            DELETE FROM gleaner.belief_history h
             USING unnest($1::text[], $2::text[], $3::int[]) AS t (user_id, slot, length)
             WHERE h.user_id = t.user_id
               AND h.slot = t.slot
               AND h.seq >= t.length
            """;

    private ReplaceHistory() {}

    /**
     * Takes away what lies beyond the end.
     *
     * @param lengths how many rows each slot's history has, for all slots that were folded
     */
    public static Future<Void> trim(
            SqlClient connection, Collection<Map.Entry<Slot, Integer>> lengths) {
        var ends =
                Columns.of(lengths)
                        .text((Map.Entry<Slot, Integer> e) -> e.getKey().userId())
                        .text(e -> e.getKey().key())
                        .int4(Map.Entry::getValue);
        return connection.preparedQuery(TRIM).execute(ends.bind()).mapEmpty();
    }

    /** Writes the rows. */
    public static Future<Void> upsert(SqlClient connection, Collection<HistoryRow> rows) {
        var columns =
                Columns.of(rows)
                        .text(h -> h.slot().userId())
                        .text(h -> h.slot().key())
                        .int4(HistoryRow::seq)
                        .text(h -> h.statement().relation())
                        .text(h -> h.statement().entityType())
                        .text(h -> h.statement().entityName())
                        .text(h -> h.statement().preferenceKey())
                        .text(h -> h.statement().value())
                        .text(h -> h.statement().wish())
                        .number(h -> h.past().confidence())
                        .instant(h -> h.past().validFrom())
                        .instant(h -> h.past().validTo())
                        .text(h -> h.past().observation().source().messageId())
                        .text(h -> h.past().observation().evidence().quote())
                        .text(h -> h.past().observation().extractor())
                        .text(h -> h.past().endedBy().source().messageId())
                        .text(h -> h.past().endedBy().evidence().quote());
        return connection.preparedQuery(UPSERT).execute(columns.bind()).mapEmpty();
    }
}
