package gleaner.extract;

import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Fact;
import gleaner.memory.Statement.Preference;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells wishes for a manner of answering from tastes: "I like short answers" is none. */
final class Wishes {
    private static final Set<PreferenceKey> MANNER =
            EnumSet.of(
                    PreferenceKey.COMMUNICATION_STYLE,
                    PreferenceKey.RESPONSE_LENGTH,
                    PreferenceKey.FORMALITY_LEVEL);

    private Wishes() {}

    /** The facts, but for tastes read from the words of a wish. */
    static List<Finding> without(List<Finding> facts, List<Finding> preferences) {
        var wishes = preferences.stream().filter(Wishes::isWish).toList();
        return wishes.isEmpty()
                ? facts
                : facts.stream()
                        .filter(fact -> wishes.stream().noneMatch(wish -> isOf(fact, wish)))
                        .toList();
    }

    private static boolean isWish(Finding finding) {
        return finding.statement() instanceof Preference(var key, var _, var _)
                && MANNER.contains(key);
    }

    private static boolean isOf(Finding fact, Finding wish) {
        return fact.statement() instanceof Fact(var relation, var _)
                && (relation.isAttitude()
                        || relation == Relation.WANTS
                        || relation == Relation.NEEDS
                        || relation == Relation.PRACTICES)
                && fact.start() >= wish.start()
                && fact.start() < wish.end();
    }
}
