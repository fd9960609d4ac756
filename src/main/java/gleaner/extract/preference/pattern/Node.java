package gleaner.extract.preference.pattern;

import java.util.List;
import java.util.Set;

/** A pattern as it is written, before it is compiled. */
sealed interface Node {
    /** One token that is one of these words. */
    record Words(Set<String> words) implements Node {}

    /** The parts one after the other. */
    record Sequence(List<Node> parts) implements Node {}

    /** One of them; the earlier are preferred. */
    record Choice(List<Node> options) implements Node {}

    /**
     * Words taken by meaning.
     *
     * @param name under which they are kept
     * @param kept whether the match remembers them
     */
    record Take(Slot slot, String name, boolean kept) implements Node {}

    /** Up to {@link #LONGEST} tokens of the same clause, whatever they are. */
    record Gap() implements Node {
        static final int LONGEST = 4;
    }

    /** The next token is none of these words. */
    record Unless(Set<String> words) implements Node {}

    /** A clause begins here. */
    record Opening() implements Node {}

    /** A clause may end here. */
    record Closing() implements Node {}
}
