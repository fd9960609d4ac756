package gleaner.extract.frame;

import gleaner.extract.clause.Clause;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;

/** Knows exaggeration that says so itself: "I'm basically married to my job". */
final class Exaggeration {
    private Exaggeration() {}

    /** Whether what the relation claims is not meant literally. */
    static boolean isMeant(Clause clause, Relation relation) {
        return switch (relation) {
            case WORKS_AS, MARRIED_TO, PARTNER_OF, LIVES_IN, FROM, AGE, IS_NAMED, OWNS, HAS ->
                    isFigurative(clause);
            default -> false;
        };
    }

    /** "basically", "at this point". */
    private static boolean isFigurative(Clause clause) {
        var sentence = clause.sentence();
        if (sentence.at(clause.start() - 1).is(WordClass.FIGURATIVE)) {
            return true;
        }
        for (int i = clause.start(); i < clause.end() + 3; i++) {
            boolean before = i <= clause.verb().main() + 1;
            boolean atThisPoint =
                    sentence.at(i).is(KeyWord.AT)
                            && sentence.at(i + 1).is(KeyWord.THIS)
                            && sentence.at(i + 2).is(KeyWord.POINT);
            if (atThisPoint || (before && sentence.at(i).is(WordClass.FIGURATIVE))) {
                return true;
            }
        }
        return false;
    }
}
