package gleaner.extract.text;

import java.util.List;

/** Tells the 's of a possessive from that of is and has. */
final class ApostropheS {
    private ApostropheS() {}

    /** "the dog's", "Anna's": a possessive, not a verb. */
    static Tag tag(List<Token> tokens, int i, List<Token> before) {
        var token = tokens.get(i);
        if (before.isEmpty() || !before.getLast().isNoun()) {
            return token.tag();
        }
        if (i + 1 >= tokens.size()) {
            return Tag.POS;
        }
        var next = tokens.get(i + 1);
        if (isHouse(before, next)) {
            return Tag.POS;
        }
        if (next.isCapitalised() && !next.word().closed() && !hasVerbBehind(tokens, i + 1)) {
            return Tag.VBZ;
        }
        return switch (next.word().likeliest()) {
            case NN, NNS, NNP -> Tag.POS;
            case JJ -> i + 2 < tokens.size() && isNounLike(tokens.get(i + 2)) ? Tag.POS : Tag.VBZ;
            default -> Tag.VBZ;
        };
    }

    /** "at Nando's in town", "from McDonald's, again": nothing of the house stands behind. */
    private static boolean isHouse(List<Token> before, Token next) {
        boolean placed = before.size() > 1 && before.get(before.size() - 2).tag() == Tag.IN;
        var behind = next.word().likeliest();
        boolean over = behind == Tag.IN || behind == Tag.CC || behind == Tag.COMMA;
        return placed && over && before.getLast().isCapitalised();
    }

    private static boolean hasVerbBehind(List<Token> tokens, int from) {
        return tokens.stream().skip(from).anyMatch(t -> t.word().likeliest().isVerb());
    }

    private static boolean isNounLike(Token token) {
        return token.word().likeliest().isNoun();
    }
}
