package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Removes entities that became one with another, once nobody refers to them. What is known of them,
 * and what they have to do with other entities, goes over to the one that stays.
 */
public final class DropMergedEntities {
    private static final String PAIRS =
            """
            WITH pair AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS p (goes, stays))
            """;

    private static final String RELATIONSHIPS =
            PAIRS
                    + """
                    , moved AS (
                        DELETE FROM public.entity_relationships x
                         USING pair p
                         WHERE p.goes IN (x.from_entity_id, x.to_entity_id)
                        RETURNING x.*
                    )
                    INSERT INTO public.entity_relationships AS x
                           (from_entity_id, to_entity_id, relationship_type, weight, bidirectional, metadata, created_at)
                    SELECT coalesce(f.stays, m.from_entity_id), coalesce(t.stays, m.to_entity_id), m.relationship_type,
                           max(m.weight), bool_or(m.bidirectional),
                           (array_agg(m.metadata ORDER BY m.weight DESC NULLS LAST, m.id))[1], min(m.created_at)
                      FROM moved m
                      LEFT JOIN pair f ON f.goes = m.from_entity_id
                      LEFT JOIN pair t ON t.goes = m.to_entity_id
                     WHERE coalesce(f.stays, m.from_entity_id) <> coalesce(t.stays, m.to_entity_id)
                     GROUP BY 1, 2, 3
                     ORDER BY 1, 2, 3
                    ON CONFLICT (from_entity_id, to_entity_id, relationship_type) DO UPDATE
                       SET weight = greatest(x.weight, excluded.weight),
                           bidirectional = x.bidirectional OR excluded.bidirectional
                    """;

    private static final String KNOWN =
            PAIRS
                    + """
                    , known AS (
                        SELECT p.stays, min(g.category) AS category, min(g.subcategory) AS subcategory,
                               coalesce(jsonb_object_agg(a.key, a.value) FILTER (WHERE a.key IS NOT NULL), '{}') AS attributes
                          FROM pair p
                          JOIN public.fact_entities g ON g.id = p.goes
                          LEFT JOIN LATERAL jsonb_each(CASE jsonb_typeof(g.attributes)
                                                            WHEN 'object' THEN g.attributes ELSE '{}' END) AS a ON true
                         GROUP BY p.stays
                    )
                    UPDATE public.fact_entities e
                       SET category = coalesce(e.category, k.category),
                           subcategory = coalesce(e.subcategory, k.subcategory),
                           attributes = k.attributes || coalesce(e.attributes, '{}')
                      FROM known k
                     WHERE e.id = k.stays
                       AND coalesce(jsonb_typeof(e.attributes), 'object') = 'object'
                       AND (e.category, e.subcategory, e.attributes)
                           IS DISTINCT FROM (coalesce(e.category, k.category), coalesce(e.subcategory, k.subcategory),
                                             k.attributes || coalesce(e.attributes, '{}'))
                    """;

    /** Tables of other programs that refer to entities, as SQL. */
    private static final String REFERRERS =
            """
            SELECT format('%s AS x WHERE x.%I', c.conrelid::regclass, a.attname) AS referrer
              FROM pg_constraint c
              JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
             WHERE c.contype = 'f'
               AND c.confrelid = 'public.fact_entities'::regclass
               AND c.conrelid <> 'public.entity_relationships'::regclass
             ORDER BY 1
            """;

    private static final String LOCK =
            "SELECT count(*) FROM (SELECT FROM public.fact_entities WHERE id = ANY ($1::uuid[])"
                    + " ORDER BY id FOR UPDATE) AS locked";

    private static final String DROP =
            """
            DELETE FROM public.fact_entities e
             WHERE e.id = ANY ($1::uuid[])
               AND NOT EXISTS (SELECT FROM public.user_fact_relationships r WHERE r.entity_id = e.id)
               AND NOT EXISTS (SELECT FROM public.user_fact_relationships r WHERE r.related_entities ? e.id::text)
            """;

    private DropMergedEntities() {}

    /** An entity that goes, and the one that stays. */
    public record Pair(UUID goes, UUID stays) {}

    /**
     * Gives those that went. The lock comes last, so that whoever waits for it waits for nobody who
     * waits for others.
     */
    public static Future<Set<UUID>> run(SqlClient connection, Collection<Pair> pairs) {
        var both = Columns.of(pairs).uuid(Pair::goes).uuid(Pair::stays).bind();
        var gone = Columns.of(pairs).uuid(Pair::goes).bind();
        return connection
                .preparedQuery(RELATIONSHIPS)
                .execute(both)
                .compose(v -> connection.preparedQuery(KNOWN).execute(both))
                .compose(v -> referrers(connection))
                .compose(referrers ->
                        connection
                                .preparedQuery(LOCK)
                                .execute(gone)
                                .compose(v -> drop(connection, referrers, gone)));
    }

    private static Future<List<String>> referrers(SqlClient connection) {
        return connection
                .preparedQuery(REFERRERS)
                .execute()
                .map(rows -> {
                    var referrers = new ArrayList<String>();
                    rows.forEach(row -> referrers.add(row.getString("referrer")));
                    return referrers;
                });
    }

    private static Future<Set<UUID>> drop(
            SqlClient connection, List<String> referrers, Tuple entities) {
        var sql = new StringBuilder(DROP);
        referrers.forEach(
                it -> sql.append(" AND NOT EXISTS (SELECT FROM ").append(it).append(" = e.id)\n"));
        return connection
                .preparedQuery(sql.append("RETURNING e.id").toString())
                .execute(entities)
                .map(rows -> {
                    var gone = new HashSet<UUID>();
                    rows.forEach(row -> gone.add(row.getUUID("id")));
                    return gone;
                });
    }
}
