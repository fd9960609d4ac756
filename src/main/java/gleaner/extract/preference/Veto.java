package gleaner.extract.preference;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Pattern;
import gleaner.extract.preference.pattern.Pieces;

/**
 * Words that show that what stands near them is not the user's own wish, or (for {@link
 * Scope#LASTING}) that it lasts.
 */
record Veto(Scope scope, Pattern pattern) {

    /** How far it reaches. */
    enum Scope {
        /** Everything behind it in the message. */
        MESSAGE,
        /** Its sentence. */
        SENTENCE,
        /** What is behind it in its sentence. */
        LEFT,
        /** What is behind it in its clause. */
        CLAUSE,
        /** What begins right behind it. */
        BEFORE,
        /** Lasting wishes in its sentence. */
        STANDING,
        /** Wishes for a manner of answering, in its sentence. */
        MANNER,
        /**
         * Wishes about "it" from here on, unless they are said to last: "write a poem, keep it
         * short".
         */
        TASK,
        /** No veto: the sentence states a lasting wish. */
        LASTING
    }

    /** Reads rows of a scope and a pattern. */
    static Veto of(Table.Row row, Pieces pieces) {
        var pattern = pieces.compile(row, 1);
        if (pattern.needs().isEmpty()) {
            throw row.wrong("no word in it is needed: it would be tried at every word");
        }
        return new Veto(row.constant(Scope.class, 0), pattern);
    }
}
