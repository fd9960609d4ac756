package gleaner.extract.preference.pattern;

import gleaner.extract.text.Word;
import gleaner.extract.text.Word.Forms;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts right the commonest slips in the words that patterns are made of: two letters swapped, one
 * left out or too many. Immutable; shared by threads.
 */
public final class Spelling {
    /** In shorter words a slip is too often another word. */
    private static final int SHORTEST = 5;

    private static final int LONGEST = 20;

    /** What only a word of the lexicon can be; a plural ending may be part of the slip. */
    private static final int IN_LEXICON =
            Forms.NOUN | Forms.VERB | Forms.ADJECTIVE | Forms.ADVERB | Forms.PAST | Forms.ING;

    private final Map<String, String> meant;
    private final Set<String> known;
    private final WordIds ids;

    private Spelling(Map<String, String> meant, Set<String> known, WordIds ids) {
        this.meant = Map.copyOf(meant);
        this.known = known;
        this.ids = ids;
    }

    /**
     * Knows the slips of these words; a slip of two of them, or that is one of them, is left alone.
     */
    public static Spelling of(Collection<String> words, WordIds ids) {
        var known = Set.copyOf(words);
        var meant = new HashMap<String, String>();
        for (var word : known) {
            if (word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter)) {
                addSlips(word, known, meant);
            }
        }
        meant.values().removeIf(String::isEmpty);
        return new Spelling(meant, known, ids);
    }

    /** The number of a word, if it stands in any pattern. */
    int id(String form) {
        return ids.of(form);
    }

    /** The word, or the one that was meant where the lexicon does not know it. */
    String right(Word word) {
        if (known.contains(word.form())
                || word.closed()
                || word.can(IN_LEXICON)
                || word.form().length() < SHORTEST - 1) {
            return word.form();
        }
        var right = meant.get(word.form());
        return right == null ? withoutExtraLetter(word.form()) : right;
    }

    private String withoutExtraLetter(String form) {
        for (int i = 1;
                i < form.length() && form.length() > SHORTEST && form.length() < LONGEST;
                i++) {
            var shorter = form.substring(0, i) + form.substring(i + 1);
            if (known.contains(shorter)) {
                return shorter;
            }
        }
        return form;
    }

    private static void addSlips(String word, Set<String> known, Map<String, String> meant) {
        for (int i = 1; i < word.length(); i++) {
            var head = word.substring(0, i);
            var tail = word.substring(i + 1);
            add(head + tail, word, known, meant);
            if (i + 1 < word.length()) {
                var swapped = head + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
                add(swapped, word, known, meant);
            }
        }
    }

    private static void add(
            String slip, String word, Set<String> known, Map<String, String> meant) {
        if (!known.contains(slip)) {
            meant.merge(slip, word, (one, other) -> one.equals(other) ? one : "");
        }
    }
}
