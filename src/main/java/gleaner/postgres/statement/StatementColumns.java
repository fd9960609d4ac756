package gleaner.postgres.statement;

import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import org.jspecify.annotations.Nullable;

/** A statement as columns: a fact fills the first three, a preference the others. */
record StatementColumns(
        @Nullable String relation,
        @Nullable String entityType,
        @Nullable String entityName,
        @Nullable String preferenceKey,
        @Nullable String value,
        @Nullable String wish) {

    static StatementColumns of(Statement statement) {
        return switch (statement) {
            case Statement.Fact(var relation, var entity) ->
                    new StatementColumns(
                            relation.wireName(),
                            entity.type().wireName(),
                            entity.name(),
                            null,
                            null,
                            null);
            case Statement.Preference p ->
                    new StatementColumns(null, null, null, p.key().wireName(), p.value(), null);
            case Statement.TopicWish(var topic, var wish) ->
                    new StatementColumns(
                            null,
                            null,
                            null,
                            PreferenceKey.TOPIC_PREFERENCES.wireName(),
                            topic,
                            wish.wireName());
        };
    }
}
