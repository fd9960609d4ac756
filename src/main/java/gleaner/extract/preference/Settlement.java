package gleaner.extract.preference;

import gleaner.extract.Finding;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

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
        var kept = withoutShadowed(found.stream().sorted(SUREST).toList());
        kept.sort(Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end));
        return withoutRevoked(kept);
    }

    /**
     * A finding is compared with those alone that start near enough to reach it: a long message has
     * thousands.
     */
    private static List<Finding> withoutShadowed(List<Finding> surestFirst) {
        var kept = new ArrayList<Finding>();
        var byStart = new TreeMap<Integer, List<Finding>>();
        var longest = surestFirst.stream().mapToInt(f -> f.end() - f.start()).max().orElse(0);
        for (var finding : surestFirst) {
            var near = byStart.subMap(finding.start() - longest, finding.end()).values();
            if (near.stream().flatMap(List::stream).noneMatch(o -> isShadowed(finding, o))) {
                kept.add(finding);
                byStart.computeIfAbsent(finding.start(), start -> new ArrayList<>()).add(finding);
            }
        }
        return kept;
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

    /** A new wish takes the place of an old one; calling off, only that of the same value. */
    private static List<Finding> withoutRevoked(List<Finding> inOrder) {
        var last = new ArrayList<Finding>();
        var wishedLater = new HashSet<String>();
        var statedLater = new HashSet<Statement>();
        for (var finding : inOrder.reversed()) {
            var subject = subject(finding);
            if (!statedLater.contains(finding.statement())
                    && !(isWish(finding) && wishedLater.contains(subject))) {
                last.add(finding);
            }
            statedLater.add(finding.statement());
            if (isWish(finding)) {
                wishedLater.add(subject);
            }
        }
        return last.reversed();
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
