package gleaner.memory;

/**
 * The place in a user's memory where statements compete: one home, one attitude towards pizza, one
 * time zone.
 *
 * @param userId whose memory
 * @param key which place, as it is stored: {@code lives_in}, {@code attitude:pizza}, {@code
 *     visited:rome}, {@code preference:timezone}
 */
public record Slot(String userId, String key) {

    /** The slot that a statement of this user bears on. */
    public static Slot of(String userId, Statement statement) {
        return new Slot(userId, keyOf(statement));
    }

    private static String keyOf(Statement statement) {
        return switch (statement) {
            case Statement.Preference p -> "preference:" + p.key().wireName();
            case Statement.TopicWish _ ->
                    "preference:" + PreferenceKey.TOPIC_PREFERENCES.wireName();
            case Statement.Fact(var relation, var entity) ->
                    switch (relation.cardinality()) {
                        case ATTITUDE_FOR, ATTITUDE_AGAINST -> "attitude:" + entity.key();
                        case ONE -> relation.wireName();
                        case PER_ENTITY -> relation.wireName() + ":" + entity.key();
                    };
        };
    }
}
