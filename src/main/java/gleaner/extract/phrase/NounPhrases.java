package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
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
    private static final int LONGEST_KNOWN = 5;

    private final Sentence sentence;
    private final Typer typer;
    private final NounRun nouns;

    public NounPhrases(Sentence sentence, Typer typer) {
        this.sentence = sentence;
        this.typer = typer;
        this.nouns = new NounRun(sentence);
    }

    /** The noun phrase that starts here, or nothing where none does. */
    public @Nullable Phrase read(int from, int end) {
        return read(from, end, 0);
    }

    private @Nullable Phrase read(int from, int end, int depth) {
        if (isQuotationMark(from)) {
            return title(from);
        }
        int known = knownEnd(from, end);
        if (known > from) {
            return known(from, known, end);
        }
        boolean none = false;
        int start = from;
        while (start < end) {
            none |= sentence.at(start).is(KeyWord.NO) || sentence.at(start).is(KeyWord.ZERO);
            int behind = nouns.behindDeterminer(start, end);
            if (behind == start) {
                break;
            }
            start = behind;
        }
        if (isQuotationMark(start)) {
            return title(start);
        }
        known = knownEnd(start, end);
        if (known > start && !sentence.at(known).isNoun()) {
            return known(start, known, end);
        }
        if (start > from && nouns.isApposition(start, end)) {
            start++;
        }
        int stop = nouns.end(start, end, start > from);
        if (stop == start) {
            return null;
        }
        int last = nouns.head(start, stop);
        int next = stop;
        if (depth < DEEPEST && sentence.at(stop).is(KeyWord.OF) && stop + 1 < end) {
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

    /** Behind the longest name or term of several words that the pack knows, or {@code from}. */
    private int knownEnd(int from, int end) {
        if (!typer.startsKnown(sentence.at(from).lower())) {
            return from;
        }
        for (int to = Math.min(end, from + LONGEST_KNOWN); to > from + 1; to--) {
            if (typer.isKnown(lower(from, to))) {
                return to;
            }
        }
        return from;
    }

    /** A name, behind which its sort may stand: "Studio Ghibli films". */
    private Phrase known(int from, int to, int end) {
        var name = text(from, to, to);
        boolean sorted = to < end && typer.isSort(sentence.at(to));
        return new Phrase(Form.THING, from, to, sorted ? to + 1 : to, name, false, "", List.of());
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

    /** "Portland, Oregon". */
    private boolean isPlaceInPlace(int start, int stop, int end) {
        return stop + 1 < end
                && sentence.at(stop).tag() == Tag.COMMA
                && typer.isPlace(sentence.at(stop + 1).lower())
                && typer.isPlace(lower(start, stop))
                && !sentence.at(stop + 2).isNoun()
                && !sentence.at(stop + 2).is(KeyWord.AND)
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
            if (sentence.at(i).is(KeyWord.OF)) {
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
