package gleaner.extract.preference;

import gleaner.extract.Finding;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * From everything that the rules found in one message to what it says in the end: of findings over
 * the same words the longest stays, and of two wishes about one thing the later.
 */
final class Settlement {
    private static final Comparator<Finding> SUREST =
            Comparator.comparingInt((Finding f) -> f.start() - f.end())
                    .thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
                    .thenComparing(Finding::rule);

    private Settlement() {}

    static List<Finding> settle(List<Finding> found) {
        var kept = new ArrayList<Finding>();
        found.stream()
                .sorted(SUREST)
                .forEach(finding -> {
                    if (kept.stream().noneMatch(other -> isShadowed(finding, other))) {
                        kept.add(finding);
                    }
                });
        kept.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
        return withoutRevoked(kept);
    }

    /** The same words say one thing about one subject, but for the several topics of a list. */
    private static boolean isShadowed(Finding finding, Finding other) {
        return finding.start() < other.end()
                && other.start() < finding.end()
                && key(finding).equals(key(other))
                && !(finding.rule().equals(other.rule())
                        && finding.start() == other.start()
                        && !subject(finding).equals(subject(other)));
    }

    private static List<Finding> withoutRevoked(List<Finding> inOrder) {
        var last = new ArrayList<Finding>();
        for (int i = 0; i < inOrder.size(); i++) {
            var finding = inOrder.get(i);
            if (inOrder.subList(i + 1, inOrder.size()).stream()
                    .noneMatch(later -> revokes(later, finding))) {
                last.add(finding);
            }
        }
        return last;
    }

    /** A new wish takes the place of an old one; calling off, only that of the same value. */
    private static boolean revokes(Finding later, Finding earlier) {
        return subject(later).equals(subject(earlier))
                && ((isWish(later) && isWish(earlier))
                        || later.statement().equals(earlier.statement()));
    }

    private static boolean isWish(Finding finding) {
        return !finding.denied() && finding.temporal() != Temporal.PAST;
    }

    static PreferenceKey key(Finding finding) {
        return finding.statement() instanceof Statement.Preference p
                ? p.key()
                : PreferenceKey.TOPIC_PREFERENCES;
    }

    /** What competes: each key, and each topic by itself. */
    private static String subject(Finding finding) {
        return finding.statement() instanceof Statement.TopicWish(var topic, var _)
                ? "topic:" + topic.toLowerCase(Locale.ROOT)
                : key(finding).wireName();
    }
}
