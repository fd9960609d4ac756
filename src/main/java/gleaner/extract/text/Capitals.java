package gleaner.extract.text;

import java.util.List;

/** Knows names by their capitals. */
final class Capitals {
    private Capitals() {}

    /** Capitalised within a sentence, or a word that is nothing else at its start. */
    static boolean isName(Token token, int i, List<Token> before) {
        if (!token.isCapitalised() || token.tag() == Tag.PRP || token.tag() == Tag.UH) {
            return false;
        }
        boolean first = i == 0 || (before.get(i - 1).tag().isBreak() && !before.get(i - 1).is(","));
        if (first) {
            return !token.word().closed() && token.word().forms() == 0;
        }
        if (before.getLast().tag() == Tag.NNP && !token.is(KeyWord.AND)) {
            return !token.is(KeyWord.I) && !isShouted(before);
        }
        boolean shouting = token.text().length() > 1 && isShouted(before);
        return !token.word().closed() && !shouting && !token.is(WordClass.NOMINATIVE);
    }

    /** "I love The Matrix", "I'm from New York": a capital that no sentence asks for. */
    static boolean isStartOfName(List<Token> tokens, int i, List<Token> before) {
        return i > 0
                && (tokens.get(i).is(KeyWord.THE) || tokens.get(i).tag() == Tag.JJ)
                && tokens.get(i).isCapitalised()
                && !before.get(i - 1).tag().isBreak()
                && !isShouted(before)
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isCapitalised();
    }

    /** All capitals so far: capitals mean nothing. */
    private static boolean isShouted(List<Token> before) {
        int letters = 0;
        for (var token : before) {
            for (int i = 0; i < token.text().length(); i++) {
                char c = token.text().charAt(i);
                if (Character.isLowerCase(c)) {
                    return false;
                }
                letters += Character.isUpperCase(c) ? 1 : 0;
            }
        }
        return letters > 1;
    }
}
