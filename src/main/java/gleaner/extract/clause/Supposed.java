package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.BitSet;

/**
 * Knows what is only supposed: "let's say I'm forty", "it's not that I hate cheese", "if it jams
 * once more, I'm moving to Peru".
 */
final class Supposed {
    /** Behind so many words of greeting or hesitation a sentence still begins. */
    private static final int LATEST_START = 4;

    /** What makes all of a sentence supposed. */
    private final PhraseSet openings;

    /** Whoever else says what the sentence says: "according to Spotify". */
    private final PhraseSet sources;

    /** What makes the rest of its clause so, wherever it stands. */
    private final PhraseSet doubts;

    /** A condition that is none: "if you ask me". */
    private final PhraseSet asides;

    Supposed(PhraseSet openings, PhraseSet sources, PhraseSet doubts, PhraseSet asides) {
        this.openings = openings;
        this.sources = sources;
        this.doubts = doubts;
        this.asides = asides;
    }

    /** Takes it out of what a sentence states. */
    void clear(Sentence sentence, BitSet stated) {
        int start = 0;
        while (start < LATEST_START && isLeadIn(sentence.at(start))) {
            start++;
        }
        for (int i = 0; i <= start; i++) {
            if (openings.length(sentence, i) > 0) {
                stated.clear(i, contrast(sentence, i));
                return;
            }
        }
        if (sentence.at(start).is(KeyWord.IF) && asides.length(sentence, start) == 0) {
            clearConsequence(sentence, start, stated);
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (sources.length(sentence, i) > 0) {
                stated.clear(self(sentence, i), contrast(sentence, i));
            }
            if (doubts.length(sentence, i) > 0) {
                stated.clear(i, clauseEnd(sentence, i));
            }
        }
    }

    /** "if I was rich, my house would be", "if it jams again, I'm leaving". */
    private static void clearConsequence(Sentence sentence, int condition, BitSet stated) {
        int end = contrast(sentence, condition);
        for (int i = condition + 2; i < end; i++) {
            var token = sentence.at(i);
            boolean prospect =
                    token.is(WordClass.MODAL_WOULD)
                            || token.is(WordClass.MODAL_FUTURE)
                            || (token.is(KeyWord.SHORT_AM) && sentence.at(i + 1).tag() == Tag.VBG);
            if (prospect && (isSubject(sentence.at(i - 1)) || sentence.at(i - 1).isNoun())) {
                stated.clear(subjectStart(sentence, i - 1), end);
                return;
            }
        }
    }

    /** "my old house" before "would". */
    private static int subjectStart(Sentence sentence, int head) {
        int start = head;
        while (start > 0 && isOfSubject(sentence.at(start - 1))) {
            start--;
        }
        return start > 0 && sentence.at(start - 1).is(WordClass.MY) ? start - 1 : start;
    }

    private static boolean isOfSubject(Token token) {
        return token.tag() == Tag.JJ || token.tag() == Tag.DT;
    }

    private static int self(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size() && !sentence.at(at).is(WordClass.SELF)) {
            at++;
        }
        return Math.min(at, contrast(sentence, from));
    }

    private static boolean isSubject(Token token) {
        return token.is(WordClass.SELF) || token.is(WordClass.SELVES);
    }

    private static int clauseEnd(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size()
                && !sentence.at(at).is(WordClass.CONTRAST)
                && !sentence.at(at).tag().isBreak()) {
            at++;
        }
        return at;
    }

    private static int contrast(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size() && !sentence.at(at).is(WordClass.CONTRAST)) {
            at++;
        }
        return at;
    }

    private static boolean isLeadIn(Token token) {
        return token.tag() == Tag.UH
                || token.tag() == Tag.COMMA
                || token.tag() == Tag.EMOJI
                || token.is(WordClass.GREETING)
                || token.is(WordClass.CONJUNCTION)
                || token.is(WordClass.FILLER);
    }
}
