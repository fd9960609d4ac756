package gleaner.extract.phrase;

import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Typer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a verb is about: one phrase, or a list of them. */
public final class Objects {
    private static final int LONGEST_LIST = 20;

    private final Sentence sentence;
    private final Typer typer;
    private final NounPhrases nounPhrases;
    private final Activities activities;
    private final Described described;
    private final Joints joints;

    public Objects(Sentence sentence, Typer typer) {
        this.sentence = sentence;
        this.typer = typer;
        this.nounPhrases = new NounPhrases(sentence, typer);
        this.activities = new Activities(sentence, nounPhrases, typer.lexicon());
        this.described = new Described(sentence, typer.lexicon());
        this.joints = new Joints(sentence, nounPhrases);
    }

    public NounPhrases nounPhrases() {
        return nounPhrases;
    }

    /** The activity whose verb stands here. */
    public Phrase activity(int verb, int end) {
        return activities.read(verb, end);
    }

    /** Whether an activity may start with this token in its base form. */
    public static boolean isVerb(Token token) {
        return Activities.isBaseVerb(token);
    }

    /** The phrases that are listed from here on; empty where none starts. */
    public List<Phrase> list(int from, int end) {
        int at = skipAdverbs(from, end);
        boolean infinitive = at < end && sentence.at(at).is(KeyWord.TO);
        var phrases = new ArrayList<Phrase>();
        var phrase = one(at, end, false);
        while (phrase != null && phrases.size() < LONGEST_LIST) {
            phrases.add(phrase);
            int next = joints.behind(phrase.next(), end, phrase);
            if (next < 0) {
                break;
            }
            next = skipAdverbs(next, end);
            phrase = isListed(next, end, infinitive) ? one(next, end, infinitive) : null;
            if (phrase != null && !belongs(phrase, end)) {
                phrase = null;
            }
        }
        return withoutAdjectives(phrases);
    }

    /** "whole, plant-based foods" are not a whole and foods. */
    private List<Phrase> withoutAdjectives(List<Phrase> phrases) {
        if (phrases.size() > 1) {
            var first = phrases.getFirst();
            var second = phrases.get(1);
            boolean adjective =
                    first.is(Form.THING) && sentence.at(first.end() - 1).tag() == Tag.JJ;
            boolean described =
                    second.end() - second.start() > 1
                            && sentence.at(second.start()).tag() == Tag.JJ;
            boolean commaAlone =
                    second.start() - first.end() == 1
                            && sentence.at(first.end()).tag() == Tag.COMMA;
            if (adjective && described && commaAlone) {
                phrases.removeFirst();
            }
        }
        return phrases;
    }

    /** A single phrase. */
    public @Nullable Phrase one(int from, int end, boolean bareVerb) {
        if (from >= end) {
            return null;
        }
        var token = sentence.at(from);
        if (token.is(KeyWord.TO)) {
            int verb = skipAdverbs(from + 1, end);
            return verb < end && isVerbBehindTo(verb) ? activities.read(verb, end) : null;
        }
        if (token.tag() == Tag.VBG && !isCompound(from, end)) {
            return activities.read(from, end);
        }
        if (bareVerb && Activities.isBaseVerb(token)) {
            return activities.read(from, end);
        }
        var description = described.read(from);
        if (description != null) {
            return description;
        }
        if (isPronoun(from, end)) {
            return new Phrase(
                    Form.PRONOUN, from, from + 1, from + 1, token.lower(), false, "", List.of());
        }
        if (token.is(KeyWord.HOW) && sentence.at(from + 1).is(KeyWord.TO) && from + 2 < end) {
            return activities.read(from + 2, end);
        }
        return token.is(WordClass.WH) || token.tag() == Tag.PRP
                ? null
                : nounPhrases.read(from, end);
    }

    private boolean isVerbBehindTo(int i) {
        var token = sentence.at(i);
        boolean place = token.tag() == Tag.NN || token.tag() == Tag.DT;
        return token.isVerb() || (token.word().can(Forms.VERB) && !place);
    }

    /** "swimming pool": a thing with a name of its own. */
    private boolean isCompound(int i, int end) {
        return i + 1 < end
                && sentence.at(i + 1).isNoun()
                && typer.isListed(sentence.at(i).lower() + " " + sentence.at(i + 1).noun());
    }

    private boolean isPronoun(int i, int end) {
        var token = sentence.at(i);
        if (token.is(WordClass.ME) || token.is(KeyWord.YOU) || token.is(KeyWord.US)) {
            return true;
        }
        var next = i + 1 < end ? sentence.at(i + 1) : Token.NONE;
        return token.is(WordClass.BARE_OBJECT) && !next.isNoun() && next.tag() != Tag.JJ;
    }

    private boolean isListed(int at, int end, boolean infinitive) {
        var token = sentence.at(at);
        if (at >= end || token.is(WordClass.NOMINATIVE) || token.tag() == Tag.UH) {
            return false;
        }
        boolean seeming = token.is(WordClass.SEEMING) && !sentence.at(at + 1).tag().isBreak();
        if (seeming || token.is(WordClass.NEGATION) || isThirdVerb(at) || isThirdVerb(at + 1)) {
            return false;
        }
        boolean finite = token.tag().isFinite() || token.tag() == Tag.VB;
        return !finite || (infinitive && Activities.isBaseVerb(token)) || isNounAfterAll(at, end);
    }

    /** ", wrecks my stomach", ", everybody laughs": what looks like a plural is a verb. */
    private boolean isThirdVerb(int at) {
        var token = sentence.at(at);
        var next = sentence.at(at + 1);
        boolean object = next.tag() == Tag.PRPS || next.tag() == Tag.DT || next.tag() == Tag.PRP;
        boolean subject = sentence.at(at - 1).is(WordClass.ANYBODY);
        return token.word().can(Forms.THIRD) && (object || subject) && !next.is(KeyWord.THE);
    }

    /** "music, dance and art": a word that is as often a noun, alone between joints. */
    private boolean isNounAfterAll(int at, int end) {
        var next = at + 1 < end ? sentence.at(at + 1) : Token.NONE;
        return sentence.at(at).word().can(Forms.NOUN)
                && (next.tag().isBreak()
                        || next.tag() == Tag.VBG
                        || next.is(WordClass.CONJUNCTION));
    }

    /** The next of a list is a thing, not a pronoun, an adjective or the subject of a clause. */
    private boolean belongs(Phrase phrase, int end) {
        if (phrase.is(Form.PRONOUN)) {
            return false;
        }
        if (phrase.is(Form.ACTIVITY)) {
            return true;
        }
        var behind = sentence.at(phrase.next());
        boolean subject = behind.tag().isFinite() || (behind.is(WordClass.BE) && behind.isVerb());
        if (subject && phrase.next() < end) {
            return false;
        }
        return phrase.end() - phrase.start() > 1
                || sentence.at(phrase.start()).tag() != Tag.JJ
                || sentence.at(phrase.start()).word().can(Forms.NOUN);
    }

    /** "I have, like, a whole shelf": the word that only fills. */
    private boolean isLike(int at) {
        var next = sentence.at(at + 1);
        return sentence.at(at).is(KeyWord.LIKE)
                && sentence.at(at).tag() == Tag.IN
                && (next.tag() == Tag.CD || next.tag() == Tag.DT || next.tag() == Tag.COMMA);
    }

    /** Behind adverbs that say how much or how often. */
    public int skipAdverbs(int from, int end) {
        int at = from;
        while (at < end) {
            var token = sentence.at(at);
            boolean adverb =
                    token.tag() == Tag.RB
                            || isLike(at)
                            || (token.is(WordClass.FILLER) && !token.is(WordClass.DETERMINER));
            if (!adverb || token.is(WordClass.NEGATION) || token.isNoun()) {
                break;
            }
            at++;
        }
        return at;
    }
}
