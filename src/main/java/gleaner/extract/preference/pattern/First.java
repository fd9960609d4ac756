package gleaner.extract.preference.pattern;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that a part of a pattern can begin with: most tries end before they have begun.
 *
 * @param words those that it can begin with, where they can be told
 * @param open whether it may begin with a word that cannot be told
 * @param empty whether it may take no token at all
 */
record First(Set<String> words, boolean open, boolean empty) {
    private static final First NOTHING = new First(Set.of(), false, true);
    private static final First ANYTHING = new First(Set.of(), true, false);

    First {
        words = Set.copyOf(words);
    }

    static First of(Node node) {
        return switch (node) {
            case Node.Words(var some) -> new First(some, false, false);
            case Node.Sequence(var parts) -> ofSequence(parts);
            case Node.Choice(var options) -> ofChoice(options);
            case Node.Take(var slot, var _, var _) ->
                    slot.words().isEmpty() ? ANYTHING : new First(slot.words(), false, false);
            case Node.Gap _ -> new First(Set.of(), true, true);
            case Node.Unless _, Node.Opening _, Node.Closing _ -> NOTHING;
        };
    }

    /** The only words it can begin with; empty where any word may do, or none. */
    Set<String> only() {
        return open || empty ? Set.of() : words;
    }

    private static First ofSequence(List<Node> parts) {
        var words = new HashSet<String>();
        boolean open = false;
        for (var part : parts) {
            var first = of(part);
            words.addAll(first.words());
            open |= first.open();
            if (!first.empty()) {
                return new First(words, open, false);
            }
        }
        return new First(words, open, true);
    }

    private static First ofChoice(List<Node> options) {
        var words = new HashSet<String>();
        boolean open = false;
        boolean empty = false;
        for (var option : options) {
            var first = of(option);
            words.addAll(first.words());
            open |= first.open();
            empty |= first.empty();
        }
        return new First(words, open, empty);
    }
}
