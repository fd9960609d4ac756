package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what somebody does, from its verb on: "to play the guitar" is "playing guitar". */
final class Activities {
    private final Sentence sentence;
    private final NounPhrases nounPhrases;
    private final Lexicon lexicon;
    private final States states;

    Activities(Sentence sentence, NounPhrases nounPhrases, Lexicon lexicon) {
        this.sentence = sentence;
        this.nounPhrases = nounPhrases;
        this.lexicon = lexicon;
        this.states = new States(sentence);
    }

    /** The activity whose verb stands here. */
    Phrase read(int verb, int end) {
        var token = sentence.at(verb);
        var lemma = token.verb();
        if (token.is(WordClass.GO)) {
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
        if (token.is(WordClass.HAVE) && sentence.at(at).is(KeyWord.TO) && at + 1 < end) {
            return read(at + 1, end);
        }
        var gerund = token.tag() == Tag.VBG ? token.lower() : lexicon.gerund(lemma);
        int goal = sentence.at(at).is(KeyWord.HOW) ? at + 1 : at;
        if (sentence.at(goal).is(KeyWord.TO)
                && isBaseVerb(sentence.at(goal + 1))
                && goal + 1 < end) {
            if (goal == at && isPurpose(verb, goal + 1)) {
                return bare(verb, at, lemma, gerund);
            }
            return toDo(verb, gerund, read(goal + 1, end), goal + 1);
        }
        var name = new StringBuilder(gerund);
        while (at < end && sentence.at(at).is(WordClass.PARTICLE) && !opensObject(at)) {
            name.append(' ').append(sentence.at(at).lower());
            at++;
        }
        int state = states.end(verb, at, end);
        if (state > at) {
            return bare(verb, state, "", words(name, at, state));
        }
        var object = object(at, end);
        if (token.is(WordClass.RESOLVE) && at < end && sentence.at(at).tag() == Tag.VBG) {
            var given = read(at, end);
            return with(verb, lemma, name + " " + given.name(), given);
        }
        if (object != null && isManner(object)) {
            return bare(verb, at + 1, lemma, words(name, at, at + 1));
        }
        if (object != null) {
            return withObject(verb, lemma, name.toString(), object, end);
        }
        if (at + 1 < end && sentence.at(at).is(WordClass.ACTIVITY_PREPOSITION)) {
            var complement = nounPhrases.read(at + 1, end);
            boolean company =
                    sentence.at(at).is(KeyWord.WITH) && sentence.at(at + 1).tag() == Tag.PRPS;
            if (complement != null
                    && isNamed(complement)
                    && !company
                    && !isSource(at, complement)) {
                var words = name + " " + sentence.at(at).lower() + " " + complement.name();
                return with(verb, lemma, words, complement);
            }
        }
        return bare(verb, at, lemma, name.toString());
    }

    /** "learned to sew from YouTube": whence it is learned is no part of it. */
    private boolean isSource(int link, Phrase complement) {
        return sentence.at(link).is(KeyWord.FROM)
                && sentence.at(complement.end() - 1).is(WordClass.SOURCE);
    }

    private static Phrase bare(int verb, int end, String lemma, String name) {
        return new Phrase(Form.ACTIVITY, verb, end, end, name, false, lemma, List.of());
    }

    private String words(CharSequence name, int from, int end) {
        var words = new StringBuilder(name);
        for (int i = from; i < end; i++) {
            words.append(' ').append(sentence.at(i).lower());
        }
        return words.toString();
    }

    /** "getting up early": no object, but how or when. */
    private boolean isManner(Phrase object) {
        var token = sentence.at(object.start());
        return object.end() - object.start() == 1
                && token.tag() == Tag.JJ
                && token.word().can(Forms.ADVERB);
    }

    /** "run to relax", but not "learn to surf", and not "talk to people". */
    private boolean isPurpose(int verb, int purpose) {
        return !sentence.at(verb).is(WordClass.AIMING)
                && !sentence.at(purpose).word().likeliest().isNoun();
    }

    /** "learning to surf". */
    private Phrase toDo(int verb, String gerund, Phrase goal, int at) {
        var base = sentence.at(at).verb();
        var done = goal.name();
        int space = done.indexOf(' ');
        var name =
                gerund
                        + " "
                        + sentence.at(at - 1).lower()
                        + " "
                        + base
                        + (space < 0 ? "" : done.substring(space));
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
        boolean number = isBareNumber(object);
        boolean light = isLight(object) || number;
        if (light && sentence.at(object.next()).is(KeyWord.WITH)) {
            var company = nounPhrases.read(object.next() + 1, end);
            if (company != null) {
                var words =
                        name
                                + " "
                                + object.name()
                                + " "
                                + sentence.at(object.next()).lower()
                                + " "
                                + company.name();
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
        return verb + 2 < end && next.is(KeyWord.FOR) ? nounPhrases.read(verb + 2, end) : null;
    }

    /** "over the moon", "texting over calling", but not "moving over to". */
    private boolean opensObject(int at) {
        var next = sentence.at(at + 1);
        boolean object = next.tag() == Tag.DT || next.tag() == Tag.VBG || next.isNoun();
        return object && sentence.at(at).is(KeyWord.OVER);
    }

    private @Nullable Phrase object(int at, int end) {
        var token = sentence.at(at);
        if (at >= end
                || token.tag() == Tag.IN
                || token.tag() == Tag.TO
                || token.tag() == Tag.WRB
                || token.is(WordClass.TIME_NOUN)
                || (token.word().can(Forms.THIRD) && sentence.at(at + 1).is(WordClass.ME))) {
            return null;
        }
        var object = nounPhrases.read(at, end);
        return object == null || !isNamed(object) || sentence.at(object.next()).tag() == Tag.MD
                ? null
                : object;
    }

    private boolean isBareNumber(Phrase phrase) {
        return phrase.end() - phrase.start() == 1 && sentence.at(phrase.start()).tag() == Tag.CD;
    }

    /** Neither a time nor a bare number: "every Thursday", "in 2018", "at 40". */
    private boolean isNamed(Phrase complement) {
        return !isBareNumber(complement)
                && !sentence.at(complement.end() - 1).is(WordClass.TIME_NOUN);
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
