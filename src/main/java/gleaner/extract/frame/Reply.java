package gleaner.extract.frame;

import gleaner.extract.text.Sentence;
import gleaner.extract.text.WordClass;

/** What an answer says before it says anything else. */
enum Reply {
    YES,
    NO,
    NONE;

    /** "yep", "nah", "not really", "once"; "no kids" is none of them. */
    static Reply of(Sentence answer) {
        var first = answer.at(0);
        var next = answer.at(1);
        if (first.is(WordClass.AFFIRMATIVE)) {
            return YES;
        }
        if (first.is(WordClass.NEGATIVE)) {
            return first.is(WordClass.DETERMINER) && next.isNoun() ? NONE : NO;
        }
        return first.is(WordClass.NEGATION) && next.is(WordClass.WEAKENING) ? NO : NONE;
    }
}
