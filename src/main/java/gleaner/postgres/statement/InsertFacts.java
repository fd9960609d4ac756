package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import java.util.Collection;
import java.util.UUID;

/** Adds rows of current beliefs where there were none. */
public final class InsertFacts {
    private static final String SQL =
            """
            INSERT INTO public.user_fact_relationships
                   (user_id, entity_id, relationship_type, confidence, strength, emotional_context, context_metadata,
                    source_conversation_id, mentioned_by_character, source_platform, created_at, updated_at)
            SELECT n.user_id, n.entity_id, n.relation, n.confidence, n.strength, n.emotion, n.metadata::jsonb,
                   n.conversation_id, n.character, n.platform,
                   n.first_said AT TIME ZONE 'UTC', n.last_said AT TIME ZONE 'UTC'
              FROM unnest($1::text[], $2::uuid[], $3::text[], $4::float8[], $5::float8[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[])
                   AS n (user_id, entity_id, relation, confidence, strength, emotion, metadata,
                         conversation_id, character, platform, first_said, last_said)
             ORDER BY n.user_id COLLATE "C", n.entity_id, n.relation COLLATE "C"
            ON CONFLICT (user_id, entity_id, relationship_type) DO NOTHING
            """;

    private InsertFacts() {}

    /** A belief and the id of its entity. */
    public record NewFact(FactWrite fact, UUID entityId) {}

    /** Gives how many were added: fewer than asked for where another writer was there first. */
    public static Future<Integer> run(SqlClient connection, Collection<NewFact> facts) {
        var columns =
                Columns.of(facts)
                        .text(f -> f.fact().userId())
                        .uuid(NewFact::entityId)
                        .text(f -> f.fact().relation().wireName())
                        .number(f -> f.fact().confidence())
                        .number(f -> f.fact().strength())
                        .text(f -> f.fact().emotion())
                        .text(f -> f.fact().metadata())
                        .text(f -> f.fact().conversationId())
                        .text(f -> f.fact().character())
                        .text(f -> f.fact().platform())
                        .instant(f -> f.fact().firstSaid())
                        .instant(f -> f.fact().lastSaid());
        return connection.preparedQuery(SQL).execute(columns.bind()).map(SqlResult::rowCount);
    }
}
