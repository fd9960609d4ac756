package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what somebody does, from its verb on: "to play the guitar" is "playing guitar". */
final class Activities {
    private final Sentence sentence;
    private final NounPhrases nounPhrases;

    Activities(Sentence sentence, NounPhrases nounPhrases) {
        this.sentence = sentence;
        this.nounPhrases = nounPhrases;
    }

    /** The activity whose verb stands here. */
    Phrase read(int verb, int end) {
        var token = sentence.at(verb);
        var lemma = token.verb();
        if (lemma.equals("go")) {
            var going = going(verb, end);
            if (going != null) {
                return going;
            }
        }
        int at = verb + 1;
        if (sentence.at(verb).is(WordClass.CATENATIVE)
                && at < end
                && sentence.at(at).tag() == Tag.VBG) {
            return read(at, end);
        }
        var gerund = token.tag() == Tag.VBG ? token.lower() : Lexicon.gerund(lemma);
        int goal = sentence.at(at).is("how") ? at + 1 : at;
        if (sentence.at(goal).is("to") && isBaseVerb(sentence.at(goal + 1)) && goal + 1 < end) {
            return toDo(verb, gerund, read(goal + 1, end), goal + 1);
        }
        var name = new StringBuilder(gerund);
        while (at < end && sentence.at(at).is(WordClass.PARTICLE) && !opensObject(at)) {
            name.append(' ').append(sentence.at(at).lower());
            at++;
        }
        var object = object(at, end);
        if (object != null) {
            return withObject(verb, lemma, name.toString(), object, end);
        }
        if (at + 1 < end && sentence.at(at).is(WordClass.ACTIVITY_PREPOSITION)) {
            var complement = nounPhrases.read(at + 1, end);
            boolean company = sentence.at(at).is("with") && sentence.at(at + 1).tag() == Tag.PRPS;
            if (complement != null && isNamed(complement) && !company) {
                var words = name + " " + sentence.at(at).lower() + " " + complement.name();
                return with(verb, lemma, words, complement);
            }
        }
        return new Phrase(Form.ACTIVITY, verb, at, at, name.toString(), false, lemma, List.of());
    }

    /** "learning to surf". */
    private Phrase toDo(int verb, String gerund, Phrase goal, int at) {
        var base = sentence.at(at).verb();
        var done = goal.name();
        int space = done.indexOf(' ');
        var name = gerund + " to " + base + (space < 0 ? "" : done.substring(space));
        return new Phrase(
                Form.ACTIVITY,
                verb,
                goal.end(),
                goal.next(),
                name,
                false,
                sentence.at(verb).verb(),
                goal.objects());
    }

    private Phrase withObject(int verb, String lemma, String name, Phrase object, int end) {
        boolean number =
                object.end() - object.start() == 1 && sentence.at(object.start()).tag() == Tag.CD;
        boolean light = isLight(object) || number;
        if (light && sentence.at(object.next()).is("with")) {
            var company = nounPhrases.read(object.next() + 1, end);
            if (company != null) {
                var words = name + " " + object.name() + " with " + company.name();
                return with(verb, lemma, words, company);
            }
        }
        if (light && object.next() < end && sentence.at(object.next()).tag() == Tag.VBG) {
            return read(object.next(), end);
        }
        if (light && !sentence.at(verb).is(WordClass.LIGHT_VERB)) {
            return new Phrase(
                    Form.ACTIVITY, verb, verb + 1, object.next(), name, false, lemma, List.of());
        }
        return with(verb, lemma, name + " " + object.name(), object);
    }

    private boolean isLight(Phrase object) {
        return object.end() - object.start() == 1
                && sentence.at(object.start()).is(WordClass.LIGHT_NOUN);
    }

    /** "going fishing" is fishing; "going for runs" a run. */
    private @Nullable Phrase going(int verb, int end) {
        var next = sentence.at(verb + 1);
        if (verb + 1 < end && next.tag() == Tag.VBG) {
            return read(verb + 1, end);
        }
        return verb + 2 < end && next.is("for") ? nounPhrases.read(verb + 2, end) : null;
    }

    private boolean opensObject(int at) {
        return sentence.at(at + 1).tag() == Tag.DT && sentence.at(at).is("over");
    }

    private @Nullable Phrase object(int at, int end) {
        var token = sentence.at(at);
        if (at >= end
                || token.tag() == Tag.IN
                || token.tag() == Tag.TO
                || token.tag() == Tag.WRB
                || token.is(WordClass.TIME_NOUN)) {
            return null;
        }
        var object = nounPhrases.read(at, end);
        return object == null || sentence.at(object.next()).tag() == Tag.MD ? null : object;
    }

    private boolean isNamed(Phrase complement) {
        return !sentence.at(complement.end() - 1).is(WordClass.TIME_NOUN);
    }

    private static Phrase with(int verb, String lemma, String name, Phrase object) {
        return new Phrase(
                Form.ACTIVITY,
                verb,
                object.end(),
                object.next(),
                name,
                false,
                lemma,
                List.of(object));
    }

    /** Whether an activity can start with this token behind "to". */
    static boolean isBaseVerb(Token token) {
        return token.tag() == Tag.VB || token.tag() == Tag.VBP;
    }
}
