package gleaner.extract.preference.pattern;

import gleaner.extract.lang.Table;
import java.util.HashSet;
import java.util.Set;

/** The words that part clauses, or stand at their edges. Immutable; shared by threads. */
public final class Clauses {
    private final Set<String> joints;
    private final Set<String> openers;
    private final Set<String> closers;
    private final Set<String> tags;
    private final Set<String> common;

    private Clauses(
            Set<String> joints,
            Set<String> openers,
            Set<String> closers,
            Set<String> tags,
            Set<String> common) {
        this.joints = Set.copyOf(joints);
        this.openers = Set.copyOf(openers);
        this.closers = Set.copyOf(closers);
        this.tags = Set.copyOf(tags);
        this.common = Set.copyOf(common);
    }

    /**
     * Reads the rows {@code joint}, {@code opener}, {@code closer}, {@code tag}, {@code common}.
     */
    public static Clauses of(Table table) {
        var joints = new HashSet<String>();
        var openers = new HashSet<String>();
        var closers = new HashSet<String>();
        var tags = new HashSet<String>();
        var common = new HashSet<String>();
        for (var row : table.rows()) {
            switch (row.cell(0)) {
                case "joint" -> joints.addAll(row.words(1));
                case "opener" -> openers.addAll(row.words(1));
                case "closer" -> closers.addAll(row.words(1));
                case "tag" -> tags.addAll(row.words(1));
                case "common" -> common.addAll(row.words(1));
                default -> throw row.wrong("allowed are joint, opener, closer, tag and common");
            }
        }
        return new Clauses(joints, openers, closers, tags, common);
    }

    /** Words that most sentences have. */
    public Set<String> common() {
        return common;
    }

    boolean joins(String word) {
        return joints.contains(word);
    }

    boolean opens(String word) {
        return openers.contains(word);
    }

    boolean tags(String word) {
        return tags.contains(word);
    }

    boolean closes(String word) {
        return closers.contains(word);
    }
}
