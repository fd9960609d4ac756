package gleaner.extract.phrase;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;

/**
 * Finds which tokens of a noun phrase belong to the name: from behind the determiners to the head.
 */
final class NounRun {
    private final Sentence sentence;
    private final Limits limits;

    NounRun(Sentence sentence) {
        this.sentence = sentence;
        this.limits = new Limits(sentence);
    }

    /** Behind the determiner, number or adverb here, or {@code i} where none is. */
    int behindDeterminer(int i, int end) {
        var token = sentence.at(i);
        var next = sentence.at(i + 1);
        boolean of = next.is(KeyWord.OF);
        if (token.is(WordClass.MEASURE) && of) {
            return i + 2;
        }
        boolean among = sentence.at(i + 2).tag() == Tag.DT || sentence.at(i + 2).tag() == Tag.PRP;
        if (token.tag() == Tag.CD && of && among) {
            return i + 3;
        }
        if (token.is(KeyWord.LIKE) && token.tag() == Tag.IN && next.tag() == Tag.DT) {
            return i + 1;
        }
        if (token.tag() == Tag.NNP) {
            return i;
        }
        if (token.is(WordClass.UNIVERSAL)) {
            return behindUniversal(i, end);
        }
        if (token.is(WordClass.DETERMINER) || token.is(WordClass.QUANTITY)) {
            return of && token.is(WordClass.QUANTITY) ? i + 2 : i + 1;
        }
        if (token.tag() == Tag.CD && isYearsOld(i + 1)) {
            return isNounOrModifier(sentence.at(i + 3)) && i + 3 < end ? i + 3 : i;
        }
        if (token.tag() == Tag.CD && i + 1 < end && isCountable(i + 1) && isCount(token)) {
            return i + 1;
        }
        boolean adverb = token.tag() == Tag.RB || token.is(WordClass.FILLER);
        return adverb && !token.is(WordClass.NEGATION) && !token.isNoun() && i + 1 < end
                ? i + 1
                : i;
    }

    /** "anything with wasabi", "everything about autumn", "anything chocolate". */
    private int behindUniversal(int i, int end) {
        int at = i + 1;
        while (at < end && sentence.at(at).is(WordClass.ABOUT)) {
            at++;
        }
        return at < end && isNounOrModifier(sentence.at(at)) ? at : i;
    }

    /** "the colour red", "the band Muse". */
    boolean isApposition(int at, int end) {
        return sentence.at(at).is(WordClass.APPOSITIVE)
                && sentence.at(at - 1).is(KeyWord.THE)
                && at + 1 < end
                && isNounOrModifier(sentence.at(at + 1))
                && sentence.at(at + 1).tag() != Tag.NNS;
    }

    /** "3", "three", but not "90s". */
    private static boolean isCount(Token token) {
        return !Character.isDigit(token.text().charAt(0))
                || Character.isDigit(token.text().charAt(token.text().length() - 1));
    }

    /** "year old", of a child. */
    private boolean isYearsOld(int i) {
        return (sentence.at(i).is(KeyWord.YEAR) || sentence.at(i).is(KeyWord.MONTH))
                && sentence.at(i + 1).is(KeyWord.OLD);
    }

    /** What a number can count: "two dogs", "two really cool dogs". */
    private boolean isCountable(int i) {
        var token = sentence.at(i);
        var next = sentence.at(i + 1).tag();
        boolean adverb = token.tag() == Tag.RB && (next == Tag.JJ || next == Tag.VBN);
        return isNounOrModifier(token) || adverb;
    }

    static boolean isNounOrModifier(Token token) {
        return token.isNoun()
                || token.tag() == Tag.JJ
                || token.tag() == Tag.CD
                || token.tag() == Tag.VBN
                || token.tag() == Tag.VBG;
    }

    /** "a beat up Honda". */
    private boolean isBeaten(int i) {
        var before = sentence.at(i - 1);
        var next = sentence.at(i + 1);
        return before.word().can(Forms.VERB)
                && sentence.at(i - 2).tag() == Tag.DT
                && (next.isNoun() || next.tag() == Tag.CD || next.tag() == Tag.JJ);
    }

    /** Behind the last word that belongs to the name. */
    int end(int start, int end, boolean determined) {
        int i = start;
        boolean head = false;
        if (sentence.at(start).tag() == Tag.CD && isYearsOld(start + 1) && start + 3 <= end) {
            return start + 3;
        }
        while (i < end) {
            var token = sentence.at(i);
            if (token.quoted()) {
                break;
            }
            if (head && i > start && limits.isReached(i, end)) {
                break;
            }
            if (token.isNoun()) {
                head = true;
            } else if (!isModifier(i, start, end, head, determined)) {
                break;
            } else {
                head |= isVerbalNoun(i, start, end, determined);
            }
            i++;
        }
        return i;
    }

    private boolean isModifier(int i, int start, int end, boolean head, boolean determined) {
        var token = sentence.at(i);
        var next = i + 1 < end ? sentence.at(i + 1) : Token.NONE;
        return switch (token.tag()) {
            case JJ -> !head || next.isNoun();
            case CD -> !head || !isNounOrModifier(next);
            case VBG -> isVerbalNoun(i, start, end, determined);
            case VBN, VBD ->
                    next.isNoun()
                            && !token.is(WordClass.BE)
                            && (!head || token.word().can(Forms.REGULAR))
                            && !token.is(WordClass.NAMING);
            case VB, VBP -> isVerbalNoun(i, start, end, determined) || isBeaten(i + 1);
            case POS -> head && (isNounOrModifier(next) || isHouse(i));
            case RP -> i > start && isBeaten(i);
            case SYM -> i > start && token.is("&") && next.isNoun();
            case CC -> i > start && isPartOfName(i, end);
            case IN, DT, TO -> head && isPartOfName(i, end);
            default -> false;
        };
    }

    /** "at Nando's": the name of a shop, with nothing of it behind. */
    private boolean isHouse(int i) {
        return isName(i - 1) && sentence.at(i - 1).isCapitalised();
    }

    /** "the Lord of the Rings", "Simon & Garfunkel": small words between capitals. */
    private boolean isPartOfName(int i, int end) {
        if (!isName(i - 1)) {
            return false;
        }
        var token = sentence.at(i);
        boolean small =
                token.is(KeyWord.OF)
                        || token.is(KeyWord.THE)
                        || token.is("&")
                        || token.is(KeyWord.IN)
                        || token.is(KeyWord.DE);
        if (!small || (token.tag() == Tag.CC && !token.is("&"))) {
            return false;
        }
        if (token.is(KeyWord.OF) || token.is(KeyWord.IN)) {
            int next = sentence.at(i + 1).is(KeyWord.THE) ? i + 2 : i + 1;
            return token.is(KeyWord.OF) && next < end && isName(next) && next == i + 1;
        }
        return i + 1 < end && isName(i + 1) && token.is("&");
    }

    private boolean isName(int i) {
        return sentence.at(i).tag() == Tag.NNP;
    }

    /** A verb's form in a noun's place: "my running shoes", "a run". */
    private boolean isVerbalNoun(int i, int start, int end, boolean determined) {
        var token = sentence.at(i);
        var next = i + 1 < end ? sentence.at(i + 1) : Token.NONE;
        if (token.tag() == Tag.VBG) {
            return i > start ? isCompounded(i, next) : next.isNoun() || determined;
        }
        return (token.tag() == Tag.VB || token.tag() == Tag.VBP)
                && i == start
                && token.word().can(Forms.NOUN | Forms.ADJECTIVE)
                && (determined || next.isNoun() || next.tag() == Tag.VBG);
    }

    /** "rock climbing", but not "dogs loving life" or "my son doing his thing". */
    private boolean isCompounded(int i, Token next) {
        var before = sentence.at(i - 1);
        if (before.tag() == Tag.JJ) {
            return true;
        }
        boolean object =
                next.tag() == Tag.DT
                        || next.tag() == Tag.PRPS
                        || next.tag() == Tag.PRP
                        || next.tag() == Tag.JJ;
        boolean many = before.tag() == Tag.NNS && next.isNoun();
        return before.isNoun() && !object && !many;
    }

    /** Behind the head. */
    int head(int start, int stop) {
        int last = stop;
        while (last > start + 1 && !isHead(sentence.at(last - 1))) {
            last--;
        }
        return isHead(sentence.at(last - 1)) ? last : stop;
    }

    private static boolean isHead(Token token) {
        return token.is(KeyWord.OLD)
                || token.isNoun()
                || token.tag() == Tag.CD
                || token.tag() == Tag.POS
                || token.isVerb();
    }
}
