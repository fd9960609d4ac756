package gleaner.postgres;

import gleaner.memory.Entity;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import gleaner.postgres.statement.StorableText;
import java.util.Optional;

/**
 * Statements in text that the database can hold. What is stored must be a statement again when it
 * is read back, so names and values are cleaned before, not on the way.
 */
final class StorableStatement {
    private StorableStatement() {}

    /** The observation as it can be stored; nothing where cleaning leaves no name or value. */
    static Optional<Observation> in(Observation o) {
        return of(o.statement())
                .map(statement -> statement.equals(o.statement()) ? o : o.of(statement));
    }

    private static Optional<Statement> of(Statement statement) {
        return switch (statement) {
            case Statement.Fact(var relation, var entity) ->
                    Entity.of(entity.type(), StorableText.of(entity.name()))
                            .map(stored -> new Statement.Fact(relation, stored));
            case Statement.Preference p ->
                    p.key()
                            .normalise(StorableText.of(p.value()))
                            .map(v -> new Statement.Preference(p.key(), v, p.attributes()));
            case Statement.TopicWish(var topic, var wish) ->
                    PreferenceKey.TOPIC_PREFERENCES
                            .normalise(StorableText.of(topic))
                            .map(t -> new Statement.TopicWish(t, wish));
        };
    }
}
