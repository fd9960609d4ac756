package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a verb with this behind it states this relation: a row of {@code frames.tsv}.
 *
 * @param id the verb and the line, for the evidence
 * @param complement what must follow the verb, in order
 * @param required what the verb group must say
 * @param allowed what it may say, of what is otherwise refused
 * @param relation what is stated
 * @param negation what a negation makes of it
 * @param turned the relation that a negation turns it into, where {@code negation} is TURN
 * @param kinds the entity's preferred kinds
 * @param onlyKinds whether it must be of one of them
 */
record Frame(
        String id,
        List<Part> complement,
        Set<Aspect> required,
        Set<Aspect> allowed,
        Relation relation,
        Negation negation,
        @Nullable Relation turned,
        double confidence,
        double strength,
        List<Kind> kinds,
        boolean onlyKinds,
        Set<Option> options) {

    /** What a negated verb means. */
    enum Negation {
        DENY,
        SKIP,
        TURN
    }

    private static final List<Aspect> REFUSED =
            List.of(Aspect.WOULD, Aspect.CAN, Aspect.OBLIGED, Aspect.FUTURE);

    /** Whether this word links the verb to a place of living, working or learning. */
    boolean asksFor(String link) {
        boolean placed =
                switch (relation) {
                    case LIVES_IN, WORKS_AT, STUDIED_AT, FROM -> true;
                    default -> false;
                };
        return placed
                && complement.getLast().equals(new Part.Slot(Part.Content.NP))
                && complement.stream()
                        .anyMatch(p ->
                                p instanceof Part.Literal(var words, var _)
                                        && words.contains(link));
    }

    /** Whether the sentence has all the words that the frame cannot do without. */
    boolean isWordedIn(Set<String> words) {
        for (var part : complement) {
            if (part instanceof Part.Literal(var some, var optional)
                    && !optional
                    && isNone(some, words)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNone(Set<String> some, Set<String> words) {
        for (var word : some) {
            if (words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    boolean is(Option option) {
        return options.contains(option);
    }

    /** Whether the verb group says what the frame asks for, and nothing that it refuses. */
    boolean fits(Clause clause) {
        for (var aspect : required) {
            boolean done =
                    aspect == Aspect.PAST
                            && clause.is(Aspect.PERFECT)
                            && !clause.is(Aspect.PROGRESSIVE);
            if (!clause.is(aspect) && !done) {
                return false;
            }
        }
        for (var aspect : REFUSED) {
            if (clause.is(aspect) && !required.contains(aspect) && !allowed.contains(aspect)) {
                return false;
            }
        }
        return !isNegated(clause) || negation != Negation.SKIP || clause.is(Aspect.ENDED);
    }

    /** Negated beyond what the frame asks for itself. */
    boolean isNegated(Clause clause) {
        return clause.is(Aspect.NEGATED) && !required.contains(Aspect.NEGATED);
    }
}
