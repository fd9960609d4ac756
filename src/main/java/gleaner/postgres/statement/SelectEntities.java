package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Entities that exist already, by type and folded name.
 *
 * <p>The index folds ASCII alone ("C"). A name beyond ASCII is therefore asked for in two forms, as
 * that index would fold it and as Java folds it.
 */
public final class SelectEntities {
    private static final String SQL =
            """
            SELECT t.nth, e.id, e.entity_name
              FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS t (nth, entity_type, folded, spelt)
              JOIN public.fact_entities e
                ON lower(e.entity_name COLLATE "C") = ANY (ARRAY[t.folded, lower(t.spelt COLLATE "C")])
               AND e.entity_type = t.entity_type
             ORDER BY t.nth, e.entity_name COLLATE "C", e.id
            """;

    private SelectEntities() {}

    /** The id of each that exists; of several spellings the one asked for, or else the first. */
    public static Future<Map<StoredEntity, UUID>> run(
            SqlClient connection, List<StoredEntity> entities) {
        var numbered =
                IntStream.range(0, entities.size())
                        .mapToObj(nth -> Map.entry(nth, entities.get(nth)))
                        .toList();
        return connection
                .preparedQuery(SQL)
                .execute(
                        Columns.of(numbered)
                                .int4(Map.Entry::getKey)
                                .text(e -> e.getValue().type())
                                .text(e -> e.getValue().key())
                                .text(e -> e.getValue().name())
                                .bind())
                .map(rows -> {
                    var ids = new HashMap<StoredEntity, UUID>();
                    rows.forEach(row -> choose(ids, entities.get(row.getInteger("nth")), row));
                    return ids;
                });
    }

    private static void choose(Map<StoredEntity, UUID> ids, StoredEntity asked, Row row) {
        var name = row.getString("entity_name");
        if (name.equals(asked.name())) {
            ids.put(asked, row.getUUID("id"));
        } else if (name.toLowerCase(Locale.ROOT).equals(asked.key())) {
            ids.putIfAbsent(asked, row.getUUID("id"));
        }
    }
}
