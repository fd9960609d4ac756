package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.extract.type.Typer;
import gleaner.memory.Relation;
import java.util.List;
import java.util.Locale;

/** Says whether a phrase names something that a memory can hold. */
final class Nameable {
    private final Typer typer;

    Nameable(Typer typer) {
        this.typer = typer;
    }

    /** Whether the phrase can be the entity of this relation. */
    boolean isFit(Relation relation, Phrase phrase, Sentence sentence) {
        for (int i = phrase.start(); i < phrase.end(); i++) {
            var tag = sentence.at(i).tag();
            if (tag == Tag.SECRET || tag == Tag.URL || sentence.at(i).is(WordClass.SECRET_NOUN)) {
                return false;
            }
        }
        if (phrase.is(Form.NAME) || relation == Relation.AGE || relation == Relation.BORN_ON) {
            return true;
        }
        var owner = sentence.at(phrase.start() - 1);
        if (owner.is(WordClass.YOU) || (owner.is(WordClass.OTHERS) && owner.tag() == Tag.PRPS)) {
            return false;
        }
        boolean time = sentence.at(phrase.end() - 1).is(WordClass.TIME_NOUN);
        if (time && !relation.isAttitude()) {
            return false;
        }
        return phrase.is(Form.ACTIVITY)
                ? isTelling(relation, phrase, sentence)
                : isThing(phrase, sentence) && !isPassing(relation, phrase, sentence);
    }

    /** "high hopes", "a long call": nothing that one keeps. */
    private boolean isPassing(Relation relation, Phrase phrase, Sentence sentence) {
        if (relation.isAttitude() && isOffered(phrase, sentence)) {
            return true;
        }
        return switch (relation) {
            case LIVES_IN -> sentence.at(phrase.end() - 1).is(WordClass.UNINHABITED);
            case PLAYS -> isPerson(phrase) && sentence.at(phrase.start() - 1).tag() == Tag.DT;
            case HAS, OWNS, NEEDS, WANTS ->
                    sentence.at(phrase.end() - 1).is(WordClass.LIGHT_NOUN)
                            && !phrase.hasComplement(sentence);
            default -> false;
        };
    }

    /** "the second option", "option B", but not "long answers". */
    private static boolean isOffered(Phrase phrase, Sentence sentence) {
        var before = sentence.at(phrase.start() - 1);
        boolean definite = before.is(KeyWord.THE) || before.is(KeyWord.THIS);
        return sentence.at(phrase.start()).is(WordClass.OFFERED)
                ? definite || phrase.end() - phrase.start() > 1
                : definite && sentence.at(phrase.end() - 1).is(WordClass.OFFERED);
    }

    /** "I play a nurse" on a stage. */
    private boolean isPerson(Phrase phrase) {
        var kind = typer.of(phrase.name().toLowerCase(Locale.ROOT), List.of());
        return kind == Kind.OCCUPATION || kind == Kind.PERSON;
    }

    private boolean isKnownHobby(Phrase activity) {
        var kind = typer.of(activity.name().toLowerCase(Locale.ROOT), List.of());
        return kind == Kind.HOBBY;
    }

    /** "I'd love to cook for you": an offer. */
    private static boolean isForYou(Phrase phrase, Sentence sentence) {
        for (int i = phrase.start() + 1; i < phrase.next() + 2; i++) {
            if (sentence.at(i).is(WordClass.YOU)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTelling(Relation relation, Phrase phrase, Sentence sentence) {
        boolean prospect =
                relation == Relation.WANTS
                        || relation == Relation.NEEDS
                        || relation == Relation.GOAL;
        var verb = sentence.at(phrase.start());
        if (prospect && (verb.is(WordClass.REQUEST) || isForYou(phrase, sentence))) {
            return false;
        }
        boolean aspired =
                verb.is(WordClass.ASPIRATION) || isKnownHobby(phrase) || relation != Relation.WANTS;
        if (!aspired) {
            return false;
        }
        return !phrase.objects().isEmpty()
                ? isThing(phrase.objects().getFirst(), sentence)
                : !verb.is(WordClass.LIGHT_VERB) && !isGeneral(phrase.verb());
    }

    private boolean isGeneral(String verb) {
        return !verb.isEmpty() && typer.lexicon().word(verb).is(WordClass.GENERAL_VERB);
    }

    /** An adjective that also names something: "green", "a Civic". */
    private boolean isNominal(Token adjective) {
        return adjective.word().can(Word.Forms.NOUN | Word.Forms.PLURAL)
                || typer.isKnown(adjective.lower());
    }

    private boolean isThing(Phrase phrase, Sentence sentence) {
        if (phrase.is(Form.PRONOUN)) {
            return false;
        }
        var head = sentence.at(phrase.end() - 1);
        boolean single = phrase.end() - phrase.start() == 1;
        boolean ordinal = !single && sentence.at(phrase.end() - 2).tag() == Tag.JJ;
        if ((head.tag() == Tag.CD && (single || ordinal)) || head.is(WordClass.EMPTY_NOUN)) {
            return false;
        }
        if (head.tag() == Tag.JJ && !isNominal(head)) {
            return false;
        }
        if (single && (head.is(WordClass.LIGHT_NOUN) || head.is(WordClass.TIME_NOUN))) {
            return head.is(WordClass.SEASON);
        }
        if (sentence.at(phrase.start()).is(WordClass.LIGHT_NOUN)
                && sentence.at(phrase.start() + 1).is(KeyWord.OF)) {
            return false;
        }
        return !head.is(WordClass.TIME_NOUN) || !single;
    }
}
