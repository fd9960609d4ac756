package gleaner.postgres.statement;

import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.Relation;
import gleaner.memory.Slot;
import gleaner.memory.Statement;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code user_fact_relationships} with its entity, as it was found: the worker's own, or
 * another writer's.
 *
 * @param version changes whenever anybody changes the row (its {@code xmin})
 * @param entityType as stored, which may be none of ours
 * @param metadata {@code context_metadata} as JSON text
 * @param saidAt {@code updated_at}, or {@code created_at}
 */
public record FactRow(
        UUID id,
        String version,
        String userId,
        UUID entityId,
        String entityType,
        String entityName,
        Relation relation,
        @Nullable Double confidence,
        @Nullable Double strength,
        @Nullable String emotion,
        @Nullable String metadata,
        @Nullable String conversationId,
        @Nullable String character,
        @Nullable String platform,
        @Nullable Instant saidAt) {

    /**
     * Where the row belongs; nothing where its name is none that a statement could have, so that it
     * competes with none.
     */
    public Optional<Slot> slot() {
        return statement().map(fact -> Slot.of(userId, fact));
    }

    /** What it says; a type that is none of ours counts as {@link EntityType#OTHER}. */
    public Optional<Statement.Fact> statement() {
        var type = EntityType.named(entityType).orElse(EntityType.OTHER);
        return Entity.of(type, entityName).map(entity -> new Statement.Fact(relation, entity));
    }

    /** Reads a row of {@link SelectFacts}; nothing for a relation that is none of ours. */
    public static Optional<FactRow> read(Row row) {
        return Relation.named(row.getString("relationship_type"))
                .map(relation ->
                        new FactRow(
                                row.getUUID("id"),
                                row.getString("version"),
                                row.getString("user_id"),
                                row.getUUID("entity_id"),
                                row.getString("entity_type"),
                                row.getString("entity_name"),
                                relation,
                                row.getDouble("confidence"),
                                row.getDouble("strength"),
                                row.getString("emotional_context"),
                                row.getString("metadata"),
                                row.getString("source_conversation_id"),
                                row.getString("mentioned_by_character"),
                                row.getString("source_platform"),
                                utc(row.getLocalDateTime("said_at"))));
    }

    /** The tables' timestamps have no zone; they are UTC by convention. */
    private static @Nullable Instant utc(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
