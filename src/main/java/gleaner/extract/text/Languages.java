package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says whether a message is in the language of the pack. */
final class Languages {
    /** Fewer words say too little about their language. */
    private static final int FEWEST_WORDS = 3;

    private final Set<String> foreign;

    private Languages(Set<String> foreign) {
        this.foreign = foreign;
    }

    static Languages load(Table table) {
        var foreign = new HashSet<String>();
        table.rows().forEach(row -> foreign.addAll(row.words(1)));
        return new Languages(Set.copyOf(foreign));
    }

    /** Letters of another script, or more small words of other languages than of this one. */
    boolean isForeign(String text, List<Sentence> sentences) {
        return isOtherScript(text) || isOtherLanguage(sentences);
    }

    private static boolean isOtherScript(String text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                latin += Character.isLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                boolean isLatin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
                latin += isLatin ? 1 : 0;
                other += isLatin ? 0 : 1;
            }
        }
        return other > latin / 2 && other > 1;
    }

    private boolean isOtherLanguage(List<Sentence> sentences) {
        int words = 0;
        int own = 0;
        int others = 0;
        int unknown = 0;
        for (var sentence : sentences) {
            for (var token : sentence.tokens()) {
                if (Character.isLetter(token.text().charAt(0))) {
                    words++;
                    own += token.is(WordClass.FUNCTION_WORD) ? 1 : 0;
                    others += foreign.contains(token.lower()) ? 1 : 0;
                    unknown += token.word().forms() == 0 && !token.word().closed() ? 1 : 0;
                }
            }
        }
        return words >= FEWEST_WORDS && (others > own || (own == 0 && 2 * unknown > words));
    }
}
