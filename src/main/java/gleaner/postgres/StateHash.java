package gleaner.postgres;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One number for all that is known: equal for two databases that hold the same memory, whatever
 * order, batches, crashes and repetitions led there.
 *
 * <p>SHA-256 over current beliefs, history and preferences, each a line of JSON, in an order of
 * their own ("C"). No generated ids are in it and no times of rows. It is read through a cursor in
 * one snapshot, so it needs no memory for millions of rows and disturbs no writer.
 */
public final class StateHash {
    private static final int ROWS_AT_A_TIME = 500;

    private static final String BELIEFS =
            """
            SELECT jsonb_build_array(
                       'belief', r.user_id, r.relationship_type, e.entity_type, r.confidence, r.strength,
                       r.emotional_context, r.source_conversation_id, r.mentioned_by_character, r.source_platform,
                       r.context_metadata - 'evidence',
                       (SELECT jsonb_agg(
                                   CASE WHEN said->>'message_id' LIKE 'foreign:%' THEN said - 'message_id'
                                        ELSE said END ORDER BY nth)
                          FROM jsonb_array_elements(r.context_metadata->'evidence') WITH ORDINALITY AS x (said, nth))
                   )::text AS line,
                   e.entity_name AS name
              FROM public.user_fact_relationships r
              JOIN public.fact_entities e ON e.id = r.entity_id
             WHERE e.entity_type <> '_processing_marker'
               AND r.relationship_type NOT LIKE '\\_enrichment%'
             ORDER BY r.user_id COLLATE "C", r.relationship_type COLLATE "C", (r.context_metadata->>'slot') COLLATE "C",
                      e.entity_type COLLATE "C", lower(e.entity_name COLLATE "C")
            """;

    private static final String HISTORY =
            """
            SELECT jsonb_build_array(
                       'history', user_id, slot, seq, relation, entity_type, entity_name, preference_key, value, wish,
                       confidence, valid_from AT TIME ZONE 'UTC', valid_to AT TIME ZONE 'UTC',
                       regexp_replace(message_id, '^foreign:.*', 'foreign'), quote, extractor,
                       regexp_replace(ended_by_message_id, '^foreign:.*', 'foreign'), ended_by_quote
                   )::text AS line, '' AS name
              FROM gleaner.belief_history
             ORDER BY user_id COLLATE "C", slot COLLATE "C", seq
            """;

    private static final String PREFERENCES =
            """
            SELECT jsonb_build_array('preferences', universal_id, preferences)::text AS line, '' AS name
              FROM public.universal_users
             WHERE preferences <> '{}'
             ORDER BY universal_id COLLATE "C"
            """;

    /** What is digested, in this order: the columns {@code line} and {@code name} of each row. */
    static final List<String> QUERIES = List.of(BELIEFS, HISTORY, PREFERENCES);

    private final MessageDigest digest;

    private StateHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** 64 hexadecimal digits. */
    public static Future<String> of(Pool pool) {
        var hash = new StateHash();
        return pool.<String>withTransaction(connection ->
                        connection
                                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                                .execute()
                                .compose(v -> hash.addAll(connection))
                                .map(v -> hash.hex()))
                .map(Objects::requireNonNull);
    }

    private Future<Void> addAll(SqlConnection connection) {
        var added = Future.<Void>succeededFuture();
        for (var query : QUERIES) {
            added = added.compose(v -> add(connection, query));
        }
        return added;
    }

    private Future<Void> add(SqlConnection connection, String sql) {
        return connection
                .prepare(sql)
                .compose(prepared ->
                        digest(prepared.createStream(ROWS_AT_A_TIME, Tuple.tuple()))
                                .eventually(prepared::close));
    }

    private Future<Void> digest(RowStream<Row> rows) {
        var end = Promise.<Void>promise();
        rows.exceptionHandler(end::tryFail)
                .endHandler(v -> end.tryComplete())
                .handler(row -> {
                    add(row.getString("line"));
                    // Folded here, where all letters are: which spelling came first is no matter.
                    add(row.getString("name").toLowerCase(Locale.ROOT));
                });
        return end.future().eventually(rows::close);
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
