package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import java.util.BitSet;

/**
 * Which tokens of a sentence state something: questions, orders and quotations do not, but the
 * reasons given with them do ("recommend a place, I'm vegan").
 */
public final class Stated {
    private static final int FICTION_REACH = 5;

    private final Sentence sentence;
    private final Questions questions;
    private final BitSet stated = new BitSet();

    private Stated(Sentence sentence) {
        this.sentence = sentence;
        this.questions = new Questions(sentence);
    }

    /** A bit for each token that states something. */
    public static BitSet in(Sentence sentence) {
        var walk = new Stated(sentence);
        walk.walk();
        return walk.stated;
    }

    private void walk() {
        int first = firstWord();
        boolean stating = !isOrder(first);
        boolean asked = false;
        boolean foreign = isWithinFiction(first) || isCasting(first);
        for (int i = 0; i < sentence.size(); i++) {
            if (stating
                    && i >= first
                    && (isSegmentStart(i) ? questions.startsAt(i) : questions.isInverted(i))) {
                stating = false;
                asked = true;
            } else if (!stating && isReason(i)) {
                stating = true;
            }
            foreign |= isForeignBehind(i);
            stated.set(i, stating && !foreign && !sentence.at(i).quoted());
        }
        if (sentence.question() && !asked) {
            stated.clear(questions.tag(), sentence.size());
        }
    }

    /** "in my story I am a king". */
    private boolean isWithinFiction(int first) {
        if (sentence.at(first).tag() != Tag.IN) {
            return false;
        }
        for (int i = first + 1; i < first + FICTION_REACH; i++) {
            if (sentence.at(i).is(WordClass.FICTION)) {
                return true;
            }
        }
        return false;
    }

    /** "you are a pirate and I'm your captain": shares out parts. */
    private boolean isCasting(int first) {
        boolean you = sentence.at(first).is(KeyWord.YOU) && sentence.at(first + 1).is(WordClass.BE);
        var part = sentence.at(first + 2);
        if (!you || (part.tag() != Tag.DT && part.tag() != Tag.PRPS)) {
            return false;
        }
        for (int i = first + 3; i < sentence.size(); i++) {
            if (sentence.at(i).is(WordClass.SELF) && sentence.at(i + 1).is(WordClass.BE)) {
                return true;
            }
        }
        return false;
    }

    /** "first line of my novel: ...": a text, not what its writer says. */
    private boolean isForeignBehind(int colon) {
        if (!sentence.at(colon).is(":")) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            if (sentence.at(i).is(WordClass.TEXT_NOUN) || sentence.at(i).is(WordClass.FICTION)) {
                return true;
            }
        }
        return false;
    }

    /** Behind greetings, exclamations and the name of whoever is spoken to. */
    private int firstWord() {
        int first = 0;
        while (first < sentence.size() && isLeadIn(first)) {
            first++;
        }
        return first;
    }

    private boolean isLeadIn(int i) {
        var token = sentence.at(i);
        return token.tag() == Tag.UH
                || token.tag() == Tag.EMOJI
                || token.tag() == Tag.COMMA
                || token.is(WordClass.GREETING)
                || token.is(WordClass.CONJUNCTION)
                || (token.is(WordClass.FILLER) && sentence.at(i + 1).is(WordClass.COMMAND))
                || (i > 0 && token.tag() == Tag.NNP && sentence.at(i + 1).tag() == Tag.COMMA);
    }

    private boolean isOrder(int first) {
        var token = sentence.at(first);
        if (token.is(KeyWord.PLEASE) || token.is(WordClass.MATERIAL)) {
            return true;
        }
        if (!token.is(WordClass.COMMAND) || token.tag().isFinite()) {
            return token.is(WordClass.COMMAND)
                    && token.tag() == Tag.VBP
                    && !sentence.at(first + 1).is(WordClass.BE);
        }
        var next = sentence.at(first + 1);
        return !next.is(WordClass.BE) && !(token.is(KeyWord.STOP) && next.tag().isBreak());
    }

    private boolean isSegmentStart(int i) {
        if (i == 0) {
            return true;
        }
        var before = sentence.at(i - 1);
        return before.tag().isBreak()
                || before.tag() == Tag.UH
                || before.is(WordClass.CONJUNCTION)
                || before.is(WordClass.GREETING)
                || before.is(WordClass.REASON)
                || (before.is(WordClass.FILLER) && isSegmentStart(i - 1));
    }

    /** A comma, a dash or a because, and then I or my. */
    private boolean isReason(int i) {
        if (i == 0) {
            return false;
        }
        var before = sentence.at(i - 1);
        var token = sentence.at(i);
        boolean own =
                token.is(WordClass.SELF) || token.is(WordClass.MY) || token.is(WordClass.SELVES);
        return own
                && (isRunOn(i)
                        || before.tag() == Tag.COMMA
                        || (before.tag() == Tag.SYM && !before.is(":"))
                        || before.is(WordClass.REASON)
                        || (before.is(WordClass.FILLER) && sentence.at(i - 2).tag() == Tag.COMMA));
    }

    /** "do you like jazz i love it": nothing parts the answer from the question. */
    private boolean isRunOn(int i) {
        var before = sentence.at(i - 1);
        boolean complete =
                before.isNoun()
                        || before.tag() == Tag.RB
                        || before.tag() == Tag.UH
                        || before.is(KeyWord.IT)
                        || before.is(KeyWord.THERE)
                        || before.is(KeyWord.DO);
        boolean verb =
                sentence.at(i + 1).tag().isFinite() || sentence.at(i + 1).is(KeyWord.SHORT_AM);
        return !sentence.question()
                && complete
                && sentence.at(i).is(WordClass.SELF)
                && verb
                && asksYou(i);
    }

    private boolean asksYou(int until) {
        for (int k = 0; k < until; k++) {
            if (sentence.at(k).is(WordClass.YOU)) {
                return true;
            }
        }
        return false;
    }
}
