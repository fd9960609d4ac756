package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Letters that the making of forms depends on. Immutable. */
final class Spelling {
    private final Map<Letters, String> letters;

    private Spelling(Map<Letters, String> letters) {
        this.letters = letters;
    }

    private enum Letters {
        VOWEL,
        /** Consonants that never double. */
        UNDOUBLED,
        /** What keeps a consonant before it from doubling, and is not spoken. */
        SILENT
    }

    static Spelling load(Table table) {
        var letters = new EnumMap<Letters, String>(Letters.class);
        for (var row : table.rows()) {
            letters.put(row.constant(Letters.class, 0), String.join("", row.words(1)));
        }
        return new Spelling(letters);
    }

    /** Whether the last syllable is short, so that its consonant doubles: "hop", not "hope". */
    boolean endsShort(String stem) {
        int last = stem.length() - 1;
        return last >= 2
                && isConsonant(stem.charAt(last))
                && !is(Letters.UNDOUBLED, stem.charAt(last))
                && !isConsonant(stem.charAt(last - 1))
                && isConsonant(stem.charAt(last - 2));
    }

    /** Whether this is what keeps a consonant before it from doubling: the e of "hope". */
    boolean isSilent(String ending) {
        return ending.length() == 1 && is(Letters.SILENT, ending.charAt(0));
    }

    /** The stem without the second of two like letters at its end; nothing where they differ. */
    static Optional<String> undoubled(String stem) {
        int last = stem.length() - 1;
        return last > 1 && stem.charAt(last) == stem.charAt(last - 1)
                ? Optional.of(stem.substring(0, last))
                : Optional.empty();
    }

    private boolean isConsonant(char letter) {
        return !is(Letters.VOWEL, Character.toLowerCase(letter));
    }

    private boolean is(Letters kind, char letter) {
        return letters.getOrDefault(kind, "").indexOf(letter) >= 0;
    }
}
