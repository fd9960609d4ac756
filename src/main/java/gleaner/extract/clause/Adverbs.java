package gleaner.extract.clause;

import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.Set;

/** Knows adverbs, and what they say of the verb that they stand with. */
final class Adverbs {
    private Adverbs() {}

    /** Adds what this word says of its verb. */
    static void note(Token token, Set<Aspect> aspects) {
        if (token.is(WordClass.HEDGE)) {
            aspects.add(Aspect.HEDGED);
        }
        if (token.is(WordClass.EXCLUSIVE)) {
            aspects.add(Aspect.EXCLUSIVE);
        }
        if (token.is(WordClass.RATHER) && aspects.contains(Aspect.WOULD)) {
            aspects.add(Aspect.RATHER);
        }
        if (token.is(WordClass.HABITUAL)) {
            aspects.add(Aspect.HABITUAL);
        }
        if (token.is(WordClass.INTENSIFIER)) {
            aspects.add(Aspect.INTENSIFIED);
        }
        if (token.is(WordClass.DIMINISHER)) {
            aspects.add(Aspect.DIMINISHED);
        }
    }

    static boolean isAdverb(Token token) {
        return token.tag() == Tag.RB || (token.is(WordClass.FILLER) && !token.isNoun());
    }
}
