package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;

/** Says whether a clause whose subject is the user is only supposed, wished or reported. */
final class Vetoes {
    /** How far a word that puts a clause in doubt may stand before it. */
    private static final int REACH = 4;

    private final Sentence sentence;

    Vetoes(Sentence sentence) {
        this.sentence = sentence;
    }

    /** What stands before the subject of a clause. */
    enum Standing {
        STATED,
        /** An opinion of the user's own: "I think I". */
        HELD,
        /** "I don't think I". */
        DOUBTED,
        VETOED
    }

    /** Whether a clause that is vetoed is so because somebody else says it. */
    boolean isReported(int subject) {
        return !isSupposed(subject) && !isWhenever(subject);
    }

    Standing before(int subject) {
        if (isSupposed(subject) || isWhenever(subject) || isQuotedAfterColon(subject)) {
            return Standing.VETOED;
        }
        int verb = subject - 1;
        if (sentence.at(verb).is(KeyWord.THAT)) {
            verb--;
        }
        if (sentence.at(verb).is(WordClass.LISTENER)
                && sentence.at(verb - 1).is(WordClass.REPORTING)) {
            verb--;
        }
        var token = sentence.at(verb);
        if (token.is(KeyWord.WISH) || token.is(KeyWord.WISHED) || token.is(KeyWord.LEST)) {
            return Standing.VETOED;
        }
        if (sentence.at(verb - 1).is(WordClass.TELLING)) {
            boolean told = token.isNoun() || (token.tag() == Tag.PRP && !token.is(WordClass.SELF));
            return told ? reported(verb - 1) : Standing.STATED;
        }
        return token.is(WordClass.REPORTING) ? reported(verb) : Standing.STATED;
    }

    /**
     * "she said I love it, I own this": what follows the comma is still her word.
     *
     * @param vetoed the subject of the clause before, if that was vetoed, else -1
     */
    boolean isStillReported(int subject, int vetoed) {
        if (vetoed < 2 || sentence.at(subject - 1).tag() != Tag.COMMA) {
            return false;
        }
        boolean said = false;
        for (int i = 0; i < vetoed; i++) {
            said |=
                    sentence.at(i).is(WordClass.OTHERS)
                            && sentence.at(i + 1).is(WordClass.REPORTING);
        }
        return said;
    }

    private Standing reported(int verb) {
        int by = verb - 1;
        boolean denied = false;
        while (by > 0 && isPartOfVerb(sentence.at(by))) {
            denied |= sentence.at(by).is(WordClass.NEGATION);
            by--;
        }
        var speaker = sentence.at(by);
        var told = sentence.at(verb);
        if (speaker.is(WordClass.SELF) || verb == 0) {
            if (!told.is(WordClass.OPINION)) {
                return isPastThought(told) ? Standing.VETOED : Standing.STATED;
            }
            return denied ? Standing.DOUBTED : Standing.HELD;
        }
        if (speaker.is(WordClass.EXPERT)) {
            return Standing.STATED;
        }
        boolean somebody =
                speaker.tag() == Tag.PRP
                        || speaker.isNoun()
                        || speaker.is(WordClass.OTHERS)
                        || sentence.at(by - 1).is(WordClass.MY);
        return somebody && !told.is(KeyWord.KNOW) ? Standing.VETOED : Standing.STATED;
    }

    /** "I thought I liked". */
    private static boolean isPastThought(Token told) {
        return told.tag() == Tag.VBD && (told.is(KeyWord.THOUGHT) || told.is(KeyWord.ASSUMED));
    }

    private static boolean isPartOfVerb(Token token) {
        return token.tag() == Tag.RB
                || token.tag() == Tag.MD
                || token.is(WordClass.DO)
                || token.is(WordClass.HAVE)
                || token.is(WordClass.ME)
                || token.is(WordClass.KEEPING)
                || (token.is(WordClass.BE) && !token.is(KeyWord.I));
    }

    private boolean isSupposed(int subject) {
        for (int i = subject - 1; i >= Math.max(0, subject - REACH); i--) {
            var token = sentence.at(i);
            if (token.is(WordClass.CONDITION) || token.is(WordClass.FICTION)) {
                return true;
            }
            if (token.is(KeyWord.AS)
                    && (sentence.at(i + 1).is(KeyWord.THOUGH)
                            || sentence.at(i + 1).is(KeyWord.IF))) {
                return true;
            }
            if (token.is(KeyWord.CASE) && sentence.at(i - 1).is(KeyWord.IN)) {
                return true;
            }
            if (token.tag().isBreak() || token.is(WordClass.CONJUNCTION)) {
                return false;
            }
        }
        return false;
    }

    /** "when I retire", "before I moved": says when, but "when I was" tells the past. */
    private boolean isWhenever(int subject) {
        var when = sentence.at(subject - 1);
        if (!when.is(WordClass.WHEN)) {
            return false;
        }
        var verb = sentence.at(subject + 1);
        boolean past = verb.tag() == Tag.VBD;
        return !past || when.is(KeyWord.BEFORE) || when.is(KeyWord.UNTIL) || when.is(KeyWord.TILL);
    }

    /** "He wrote: I live in Paris". */
    private boolean isQuotedAfterColon(int subject) {
        if (!sentence.at(subject - 1).is(":")) {
            return false;
        }
        boolean mine = subject <= 2;
        for (int i = 0; i < subject; i++) {
            var token = sentence.at(i);
            mine |= token.is(WordClass.SELF) || token.is(WordClass.ME) || token.is(WordClass.MY);
            if (token.is(WordClass.OTHERS) || token.is(WordClass.FICTION)) {
                return true;
            }
        }
        return !mine;
    }
}
