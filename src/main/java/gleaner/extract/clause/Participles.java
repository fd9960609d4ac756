package gleaner.extract.clause;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import java.util.BitSet;

/** Knows of whom a participle without a subject speaks: "living in Leeds, working nights". */
final class Participles {
    private final Sentence sentence;
    private final BitSet stated;

    Participles(Sentence sentence, BitSet stated) {
        this.sentence = sentence;
        this.stated = stated;
    }

    /** Nobody else can be the subject of the participle. */
    boolean isMine(int i) {
        if (isSubject(i)) {
            return false;
        }
        for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
            var token = sentence.at(k);
            if (token.tag() == Tag.COMMA || token.is(WordClass.CONJUNCTION)) {
                return isAboutMe(k);
            }
            if (!token.is(WordClass.FILLER) && token.tag() != Tag.UH) {
                return false;
            }
        }
        return i < 4;
    }

    /** "living in London is expensive": the participle is what is spoken of. */
    boolean isSubject(int participle) {
        for (int i = participle + 1; i < sentence.size(); i++) {
            var token = sentence.at(i);
            if (token.tag().isBreak()
                    || token.is(WordClass.CONJUNCTION)
                    || token.is(WordClass.NOMINATIVE)
                    || (token.is(WordClass.SUBORDINATOR) && !isRole(i))
                    || token.is(WordClass.CONTRAST)) {
                return false;
            }
            if (ClauseEnds.isFinite(token) && !token.isNoun() && token.tag() != Tag.VBP) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words until here are about their writer, and stated. */
    boolean isAboutMe(int until) {
        boolean me = true;
        for (int k = 0; k < until; k++) {
            var token = sentence.at(k);
            if (token.is(WordClass.SELF) || token.is(WordClass.MY)) {
                me = true;
            } else if (token.is(WordClass.OTHERS) || token.is(WordClass.YOU)) {
                me = false;
            }
        }
        return me && stated.get(until);
    }

    /** "as a nurse". */
    private boolean isRole(int as) {
        return sentence.at(as).is(KeyWord.AS) && sentence.at(as + 1).tag() == Tag.DT;
    }
}
