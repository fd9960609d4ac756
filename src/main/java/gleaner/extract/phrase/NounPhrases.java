package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Typer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads noun phrases: "a couple of really old Italian comic books" is "italian comic book". */
public final class NounPhrases {
    private static final int LONGEST_TITLE = 8;
    private static final int DEEPEST = 3;

    private final Sentence sentence;
    private final Typer typer;

    public NounPhrases(Sentence sentence, Typer typer) {
        this.sentence = sentence;
        this.typer = typer;
    }

    /** The noun phrase that starts here, or nothing where none does. */
    public @Nullable Phrase read(int from, int end) {
        return read(from, end, 0);
    }

    private @Nullable Phrase read(int from, int end, int depth) {
        if (isQuotationMark(from)) {
            return title(from);
        }
        boolean none = false;
        int start = from;
        while (start < end) {
            none |= sentence.at(start).is("no");
            int behind = behindDeterminer(start, end);
            if (behind == start) {
                break;
            }
            start = behind;
        }
        if (isQuotationMark(start)) {
            return title(start);
        }
        if (start > from && isApposition(start, end)) {
            start++;
        }
        int stop = nounsEnd(start, end, start > from);
        if (stop == start) {
            return null;
        }
        int last = lastNoun(start, stop);
        int next = stop;
        if (depth < DEEPEST && sentence.at(stop).is("of") && stop + 1 < end) {
            var of = read(stop + 1, end, depth + 1);
            if (of != null) {
                last = of.end();
                next = of.next();
            }
        } else if (isPlaceInPlace(start, stop, end)) {
            last = stop + 2;
            next = stop + 2;
        }
        int named = withoutOpinions(start, last);
        return new Phrase(Form.THING, named, last, next, name(named, last), none, "", List.of());
    }

    private boolean isQuotationMark(int i) {
        var token = sentence.at(i);
        return token.quoted() && token.tag() == Tag.SYM;
    }

    /** A title between quotation marks. */
    private @Nullable Phrase title(int open) {
        int close = open + 1;
        while (close < sentence.size() && sentence.at(close).quoted() && !isQuotationMark(close)) {
            close++;
        }
        if (close - open < 2 || close - open > LONGEST_TITLE) {
            return null;
        }
        for (int i = open + 1; i < close; i++) {
            if (sentence.at(i).is(WordClass.SELF)) {
                return null;
            }
        }
        int last = sentence.at(close - 1).tag().isBreak() ? close - 1 : close;
        return last == open + 1
                ? null
                : new Phrase(
                        Form.THING,
                        open + 1,
                        last,
                        close + 1,
                        text(open + 1, last, last),
                        false,
                        "",
                        List.of());
    }

    private int behindDeterminer(int i, int end) {
        var token = sentence.at(i);
        var next = sentence.at(i + 1);
        boolean of = next.is("of");
        if (token.is(WordClass.MEASURE) && of) {
            return i + 2;
        }
        if (token.tag() == Tag.NNP) {
            return i;
        }
        if (token.is(WordClass.DETERMINER) || token.is(WordClass.QUANTITY)) {
            return of && token.is(WordClass.QUANTITY) ? i + 2 : i + 1;
        }
        if (token.tag() == Tag.CD && isYearsOld(i + 1)) {
            return isNounOrModifier(sentence.at(i + 3)) && i + 3 < end ? i + 3 : i;
        }
        if (token.tag() == Tag.CD && i + 1 < end && isNounOrModifier(next) && isCount(token)) {
            return i + 1;
        }
        boolean adverb = token.tag() == Tag.RB || token.is(WordClass.FILLER);
        return adverb && !token.is(WordClass.NEGATION) && !token.isNoun() && i + 1 < end
                ? i + 1
                : i;
    }

    /** "the colour red", "the band Muse". */
    private boolean isApposition(int at, int end) {
        return sentence.at(at).is(WordClass.APPOSITIVE)
                && sentence.at(at - 1).is("the")
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
        var noun = sentence.at(i).noun();
        return (noun.equals("year") || noun.equals("month") || noun.equals("yr"))
                && sentence.at(i + 1).is("old");
    }

    private static boolean isNounOrModifier(Token token) {
        return token.isNoun()
                || token.tag() == Tag.JJ
                || token.tag() == Tag.CD
                || token.tag() == Tag.VBN
                || token.tag() == Tag.VBG;
    }

    /** Behind the last word that belongs to the name. */
    private int nounsEnd(int start, int end, boolean determined) {
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
            if (head && i > start && isTime(i, end)) {
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

    /** "pizza tonight", but not "part time job". */
    private boolean isTime(int i, int end) {
        var token = sentence.at(i);
        boolean compound =
                (token.is("time") || token.is("day")) && i + 1 < end && sentence.at(i + 1).isNoun();
        return token.is(WordClass.TIME_NOUN) && !token.isCapitalised() && !compound;
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
                            && (!head || token.lower().endsWith("ed"))
                            && !token.is(WordClass.NAMING);
            case VB, VBP -> isVerbalNoun(i, start, end, determined);
            case POS -> head && isNounOrModifier(next);
            case SYM -> i > start && token.is("&") && next.isNoun();
            case CC -> i > start && isPartOfName(i, end);
            case IN, DT, TO -> head && isPartOfName(i, end);
            default -> false;
        };
    }

    /** "the Lord of the Rings", "Simon & Garfunkel": small words between capitals. */
    private boolean isPartOfName(int i, int end) {
        if (!isName(i - 1)) {
            return false;
        }
        var token = sentence.at(i);
        boolean small =
                token.is("of")
                        || token.is("the")
                        || token.is("&")
                        || token.is("in")
                        || token.is("de");
        if (!small || (token.tag() == Tag.CC && !token.is("&"))) {
            return false;
        }
        if (token.is("of") || token.is("in")) {
            int next = sentence.at(i + 1).is("the") ? i + 2 : i + 1;
            return token.is("of") && next < end && isName(next) && next == i + 1;
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
            var before = sentence.at(i - 1);
            return i > start
                    ? before.isNoun() || before.tag() == Tag.JJ
                    : next.isNoun() || determined;
        }
        return (token.tag() == Tag.VB || token.tag() == Tag.VBP)
                && i == start
                && token.word().can(Forms.NOUN | Forms.ADJECTIVE)
                && (determined || next.isNoun());
    }

    private int lastNoun(int start, int stop) {
        int last = stop;
        while (last > start + 1 && !isHead(sentence.at(last - 1))) {
            last--;
        }
        return isHead(sentence.at(last - 1)) ? last : stop;
    }

    private static boolean isHead(Token token) {
        return token.is("old") || token.isNoun() || token.tag() == Tag.CD || token.isVerb();
    }

    /** "Portland, Oregon". */
    private boolean isPlaceInPlace(int start, int stop, int end) {
        return stop + 1 < end
                && sentence.at(stop).tag() == Tag.COMMA
                && typer.isPlace(sentence.at(stop + 1).lower())
                && typer.isPlace(lower(start, stop))
                && !sentence.at(stop + 2).isNoun()
                && !sentence.at(stop + 2).is("and")
                && !(sentence.at(stop + 2).tag() == Tag.COMMA);
    }

    private int withoutOpinions(int start, int last) {
        int named = start;
        while (named + 1 < last
                && sentence.at(named).is(WordClass.OPINION_ADJECTIVE)
                && sentence.at(named).tag() != Tag.NNP
                && !typer.isListed(lower(named, last))) {
            named++;
        }
        return named;
    }

    private String lower(int start, int end) {
        var joined = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (i > start) {
                joined.append(' ');
            }
            joined.append(sentence.at(i).lower());
        }
        return joined.toString();
    }

    /** The words as an entity is called: lower case but for names, its head in the singular. */
    private String name(int start, int end) {
        int head = end;
        for (int i = start + 1; i < end; i++) {
            if (sentence.at(i).is("of")) {
                head = Math.min(head, i);
            }
        }
        return text(start, end, head);
    }

    private static boolean isPlural(Token token) {
        return token.tag() == Tag.NNS || (token.tag() == Tag.JJ && token.word().can(Forms.PLURAL));
    }

    private String text(int start, int end, int head) {
        var text = new StringBuilder();
        for (int i = start; i < end; i++) {
            var token = sentence.at(i);
            boolean joins = token.tag() == Tag.POS || token.tag() == Tag.COMMA;
            if (i > start && !joins) {
                text.append(' ');
            }
            if (token.tag() == Tag.NNP || token.quoted()) {
                text.append(token.text());
            } else if (i == head - 1 && isPlural(token)) {
                text.append(typer.base(token));
            } else {
                text.append(token.lower());
            }
        }
        return text.toString();
    }
}
