package gleaner.postgres.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import java.util.Collection;
import java.util.UUID;

/** Writes current beliefs over rows that are still as they were read. */
public final class UpdateFacts {
    private static final String SQL =
            """
            UPDATE public.user_fact_relationships r
               SET confidence = n.confidence,
                   strength = n.strength,
                   emotional_context = n.emotion,
                   context_metadata = n.metadata::jsonb,
                   source_conversation_id = n.conversation_id,
                   mentioned_by_character = n.character,
                   source_platform = n.platform,
                   created_at = n.first_said AT TIME ZONE 'UTC',
                   updated_at = n.last_said AT TIME ZONE 'UTC'
              FROM unnest($1::uuid[], $2::text[], $3::float8[], $4::float8[], $5::text[], $6::text[],
                          $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[])
                   AS n (id, version, confidence, strength, emotion, metadata,
                         conversation_id, character, platform, first_said, last_said)
             WHERE r.id = n.id
               AND r.xmin::text = n.version
            """;

    private UpdateFacts() {}

    /** A belief and the row that it replaces. */
    public record ChangedFact(UUID id, String version, FactWrite fact) {}

    /** Gives how many were written: fewer than asked for where another writer was faster. */
    public static Future<Integer> run(SqlClient connection, Collection<ChangedFact> facts) {
        var columns =
                Columns.of(facts)
                        .uuid(ChangedFact::id)
                        .text(ChangedFact::version)
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
