package gleaner.extract.text;

import gleaner.extract.text.Word.Forms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What around a word shows that it is a verb there, though it may be a noun elsewhere. */
final class VerbSigns {
    private VerbSigns() {}

    /** "... and work at": a verb behind a joint, with what a verb takes behind it. */
    static boolean isJoined(List<Token> tokens, int i, @Nullable Token last) {
        if (last == null || i + 1 >= tokens.size()) {
            return false;
        }
        boolean joint = last.tag() == Tag.CC || last.tag() == Tag.COMMA;
        return joint
                && switch (tokens.get(i + 1).word().likeliest()) {
                    case IN, DT, PRPS, TO, PRP -> true;
                    default -> false;
                };
    }

    /** "been living", "of opening a cafe", ", living in". */
    static boolean isRunning(List<Token> tokens, int i, @Nullable Token head) {
        if (head == null || i + 1 >= tokens.size()) {
            return head != null && head.is(WordClass.BE);
        }
        var next = tokens.get(i + 1);
        boolean object = next.tag() == Tag.DT || next.tag() == Tag.PRPS || next.tag() == Tag.PRP;
        boolean start = tokens.get(i).is(WordClass.PARTICIPLE_START) && next.tag() == Tag.IN;
        boolean done = head.isVerb() && (object || next.tag() == Tag.IN);
        return head.is(WordClass.BE)
                || (object && head.tag() == Tag.IN)
                || done
                || (start && head.tag() == Tag.COMMA);
    }

    static boolean takesBase(Token head) {
        return head.tag() == Tag.TO || head.tag() == Tag.MD || head.is(WordClass.DO);
    }

    static boolean isSubject(Token head) {
        return head.is(KeyWord.I)
                || head.is(KeyWord.WE)
                || head.is(KeyWord.YOU)
                || head.is(KeyWord.THEY);
    }

    /** "went to work": the noun, not the verb. */
    static boolean isPlaceBehindTo(Word word, List<Token> before) {
        int to = before.size() - 1;
        boolean thing = to > 0 && before.get(to - 1).is(WordClass.TO_THING);
        boolean noun = thing ? word.can(Forms.NOUN) : word.likeliest() == Tag.NN;
        if (!before.get(to).is(KeyWord.TO) || !noun || to == 0) {
            return false;
        }
        var moving = before.get(to - 1);
        if (moving.is(WordClass.TO_THING)) {
            return true;
        }
        return moving.is(WordClass.GO) || moving.is(KeyWord.BEEN) || moving.is(WordClass.GET);
    }

    static boolean isThirdVerb(
            List<Token> tokens, int i, @Nullable Token head, @Nullable Token last) {
        if (head != null && (head.is(KeyWord.HE) || head.is(KeyWord.SHE) || head.is(KeyWord.IT))) {
            return true;
        }
        if (last == null || (last.tag() != Tag.NN && last.tag() != Tag.NNP)) {
            return false;
        }
        if (i + 1 < tokens.size() && tokens.get(i + 1).is(KeyWord.LIKE)) {
            return true;
        }
        return i + 1 < tokens.size()
                && switch (tokens.get(i + 1).word().likeliest()) {
                    case DT, PRPS, PRP, TO, VBG -> true;
                    default -> false;
                };
    }

    /** "spiders freak me out", "chewing drives me mad": done by a thing to somebody. */
    static boolean isDoneToSomebody(List<Token> tokens, int i, @Nullable Token last) {
        return last != null
                && (last.tag() == Tag.NNS || last.tag() == Tag.VBG)
                && i + 1 < tokens.size()
                && tokens.get(i + 1).is(KeyWord.ME);
    }

    /** "olives, taste horrible", "coriander, tastes like soap": says how the thing before is. */
    static boolean isSensed(List<Token> tokens, int i, @Nullable Token last) {
        if (!tokens.get(i).is(WordClass.SENSING) || last == null || i + 1 >= tokens.size()) {
            return false;
        }
        var next = tokens.get(i + 1);
        boolean joint = last.tag() == Tag.COMMA || last.is(WordClass.CONJUNCTION);
        return joint && (next.is(KeyWord.LIKE) || next.word().likeliest() == Tag.JJ);
    }
}
