package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads numbers, ages and dates. */
final class Numbers {
    static final int OLDEST = 110;

    /** A number word below it is seldom an age of who says it: "I'm one of them". */
    private static final int YOUNGEST_IN_WORDS = 13;

    private final Sentence sentence;
    private final NumberWords words;

    Numbers(Sentence sentence, NumberWords words) {
        this.sentence = sentence;
        this.words = words;
    }

    List<Phrase> number(int at, int end) {
        int to = at;
        while (to < end && to - at < 2 && sentence.at(to).tag() == Tag.CD) {
            to++;
        }
        return to == at ? List.of() : List.of(Slots.thing(sentence, at, to, false));
    }

    List<Phrase> age(int at, int end) {
        if (at >= end) {
            return List.of();
        }
        var spelled = spelled(at, end);
        var age = spelled == null ? digits(at) : spelled;
        boolean plain = spelled != null || isAge(sentence.at(at).text());
        return plain && !isOfSomething(age.end(), end) ? List.of(age) : List.of();
    }

    /** "42 dogs", "30 years in the army". */
    private boolean isOfSomething(int behind, int end) {
        var next = behind < end ? sentence.at(behind) : Token.NONE;
        boolean unit =
                next.isNoun() || next.tag() == Tag.SYM || next.tag() == Tag.JJ || next.is("'");
        boolean when =
                next.is(WordClass.TIME_NOUN) || sentence.at(behind + 1).is(WordClass.TIME_NOUN);
        return (unit && !when) || isYears(next);
    }

    /** "forty-two", "forty two". */
    private @Nullable Phrase spelled(int at, int end) {
        var first = sentence.at(at).lower();
        var two =
                at + 1 < end
                        ? words.value(first, sentence.at(at + 1).lower())
                        : OptionalInt.empty();
        var value = two.isPresent() ? two : words.value(first);
        if (value.isEmpty() || value.getAsInt() < YOUNGEST_IN_WORDS) {
            return null;
        }
        int to = at + (two.isPresent() ? 2 : 1);
        var name = Integer.toString(value.getAsInt());
        return new Phrase(Form.THING, at, to, to, name, false, "", List.of());
    }

    /** "30 years in the army". */
    private static boolean isYears(Token token) {
        return token.tag() == Tag.NNS && token.is(WordClass.TIME_NOUN);
    }

    private Phrase digits(int at) {
        var text = sentence.at(at).text();
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return new Phrase(
                Form.THING, at, at + 1, at + 1, text.substring(0, end), false, "", List.of());
    }

    /** "27", "27f", "27yo". */
    private static boolean isAge(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        var unit = text.substring(digits).toLowerCase(Locale.ROOT);
        boolean years = unit.isEmpty() || unit.equals("f") || unit.equals("m") || unit.equals("yo");
        return digits > 0
                && digits <= 3
                && years
                && Integer.parseInt(text.substring(0, digits)) <= OLDEST;
    }

    List<Phrase> date(int at, int end) {
        int to = at;
        boolean dated = false;
        while (to < end && isDatePart(to)) {
            var token = sentence.at(to);
            dated |=
                    token.is(WordClass.MONTH)
                            || (token.tag() == Tag.CD && token.text().length() >= 4);
            to++;
        }
        while (to > at && sentence.at(to - 1).tag() == Tag.COMMA) {
            to--;
        }
        return dated ? List.of(Slots.thing(sentence, at, to, true)) : List.of();
    }

    private boolean isDatePart(int i) {
        var token = sentence.at(i);
        return token.is(WordClass.MONTH)
                || token.tag() == Tag.CD
                || token.is(KeyWord.THE)
                || token.is(KeyWord.OF)
                || token.tag() == Tag.COMMA
                || Character.isDigit(token.text().charAt(0));
    }
}
