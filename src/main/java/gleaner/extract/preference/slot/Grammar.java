package gleaner.extract.preference.slot;

import gleaner.extract.text.Token;

/** What the slots ask of a word's grammar. */
final class Grammar {
    private Grammar() {}

    /** A word that names nothing: an article, a pronoun, a preposition, a modal. */
    static boolean isFunctionWord(Token token) {
        return switch (token.word().likeliest()) {
            case IN, DT, PRP, PRPS, CC, CD, MD, TO, WP, WRB, UH, EX, RP, POS ->
                    token.word().closed();
            case NN, NNS, NNP, VB, VBP, VBZ, VBD, VBG, VBN, JJ, RB -> false;
            case STOP, COMMA, SYM, EMOJI, URL, SECRET -> true;
        };
    }
}
