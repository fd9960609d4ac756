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
    /** How far before its verb stands who longs: "I'd love so much to". */
    private static final int LONGING_REACH = 4;

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
            case LIVES_IN ->
                    sentence.tokens().subList(phrase.start(), phrase.end()).stream()
                            .anyMatch(token -> token.is(WordClass.UNINHABITED));
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

    /** "I want to do nursing", "doing A levels", but not "do it". */
    private boolean isStudied(Phrase activity, Sentence sentence) {
        var kinds = List.of(Kind.TOPIC, Kind.HOBBY);
        return sentence.at(activity.start()).is(WordClass.DO)
                && !activity.objects().isEmpty()
                && typer.canBe(
                        activity.objects().getFirst().name().toLowerCase(Locale.ROOT), kinds);
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
        if (prospect && isBetterment(phrase, sentence)) {
            return true;
        }
        boolean asked = verb.is(WordClass.REQUEST) && !isLongedFor(phrase, sentence);
        boolean more = phrase.end() > phrase.start() + 1;
        boolean resolved = relation == Relation.NEEDS && verb.is(WordClass.RESOLVE) && more;
        if (prospect && !resolved && (asked || isForYou(phrase, sentence))) {
            return false;
        }
        boolean aspired =
                switch (relation) {
                    case WANTS ->
                            verb.is(WordClass.ASPIRATION)
                                    || verb.is(WordClass.WONDER)
                                    || isStudied(phrase, sentence)
                                    || isKnownHobby(phrase);
                    case NEEDS -> resolved;
                    default -> true;
                };
        if (!aspired) {
            return false;
        }
        return !phrase.objects().isEmpty()
                ? isThing(phrase.objects().getFirst(), sentence)
                : !verb.is(WordClass.LIGHT_VERB) && !isGeneral(phrase.verb());
    }

    /** "get fit before summer". */
    private static boolean isBetterment(Phrase phrase, Sentence sentence) {
        return sentence.at(phrase.start()).is(WordClass.GET)
                && sentence.at(phrase.start() + 1).is(WordClass.BETTERMENT);
    }

    /** "I'd love to see the pyramids", but not "I'd love to see some examples". */
    private static boolean isLongedFor(Phrase phrase, Sentence sentence) {
        int verb = phrase.start();
        if (!sentence.at(verb).is(WordClass.WONDER) || phrase.objects().isEmpty()) {
            return false;
        }
        boolean longing = false;
        for (int i = Math.max(0, verb - LONGING_REACH); i < verb; i++) {
            longing |= sentence.at(i).is(WordClass.LONGING);
        }
        var object = phrase.objects().getFirst();
        var before = sentence.at(object.start() - 1);
        var head = sentence.at(object.end() - 1);
        boolean offered = head.is(WordClass.OFFERED) || head.is(WordClass.LIGHT_NOUN);
        return longing && !offered && (before.is(KeyWord.THE) || before.equals(sentence.at(verb)));
    }

    private boolean isGeneral(String verb) {
        return !verb.isEmpty() && typer.lexicon().word(verb).is(WordClass.GENERAL_VERB);
    }

    /** An adjective that also names something: "green", "a Civic". */
    private boolean isNominal(Token adjective) {
        return adjective.word().can(Word.Forms.NOUN | Word.Forms.PLURAL)
                || typer.isKnown(adjective.lower());
    }

    /** "the 80s", "1990s". */
    private static boolean isDecade(Token number) {
        var text = number.lower();
        int last = text.length() - 1;
        return last >= 2
                && !Character.isDigit(text.charAt(last))
                && text.charAt(last - 1) == '0'
                && Character.isDigit(text.charAt(last - 2));
    }

    private boolean isThing(Phrase phrase, Sentence sentence) {
        if (phrase.is(Form.PRONOUN)) {
            return false;
        }
        var head = sentence.at(phrase.end() - 1);
        boolean single = phrase.end() - phrase.start() == 1;
        boolean ordinal = !single && sentence.at(phrase.end() - 2).tag() == Tag.JJ;
        boolean number = head.tag() == Tag.CD && !isDecade(head);
        if ((single && head.is(KeyWord.ZERO))
                || (number && (single || ordinal))
                || head.is(WordClass.EMPTY_NOUN)) {
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
