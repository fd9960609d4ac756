package gleaner.extract.phrase;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;

/** Reads what somebody is or gets, where it is no thing: "being late", "getting fit". */
final class States {
    private static final int LONGEST_STATE = 5;

    private final Sentence sentence;

    States(Sentence sentence) {
        this.sentence = sentence;
    }

    /** Behind the state that one is or gets into: "late", "stuck in traffic"; or {@code at}. */
    int end(int verb, int at, int end) {
        boolean stative =
                sentence.at(verb).is(WordClass.BE)
                        || sentence.at(verb).is(KeyWord.GETTING)
                        || (sentence.at(verb).is(WordClass.GET)
                                && sentence.at(at).is(WordClass.BETTERMENT));
        boolean adjective = sentence.at(at).tag() == Tag.JJ && sentence.at(at + 1).isNoun();
        boolean state = isState(sentence.at(at)) || sentence.at(at).is(WordClass.BETTERMENT);
        if (!stative || adjective || at >= end || !state) {
            return at;
        }
        int behind = at + 1;
        while (behind < Math.min(end, at + LONGEST_STATE)
                && !sentence.at(behind).tag().isBreak()
                && !isFinite(sentence.at(behind).tag())
                && !sentence.at(behind).is(WordClass.CONJUNCTION)) {
            behind++;
        }
        return behind;
    }

    private static boolean isFinite(Tag tag) {
        return tag == Tag.VBZ || tag == Tag.VBP || tag == Tag.MD;
    }

    private static boolean isState(Token token) {
        return switch (token.tag()) {
            case JJ, VBN, VBD, RB -> true;
            default -> false;
        };
    }
}
