package gleaner.extract.frame;

import gleaner.extract.Finding;
import gleaner.extract.Trace;
import gleaner.extract.Trace.Why;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Entity;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects the findings of a message, and turns away what is no entity. */
final class Facts {
    private static final double SUREST = 0.99;
    private static final String ANSWER = "answer:";

    /** Relations whose entity may be of any kind: an unknown word stays of no kind. */
    private static final Set<Relation> OPEN =
            Set.of(
                    Relation.HAS,
                    Relation.OWNS,
                    Relation.WANTS,
                    Relation.NEEDS,
                    Relation.GOAL,
                    Relation.KNOWS,
                    Relation.DOES);

    private static final Set<Kind> NO_PLACE =
            Set.of(
                    Kind.FAMILY,
                    Kind.PERSON,
                    Kind.FOOD,
                    Kind.CONDITION,
                    Kind.TIME,
                    Kind.PET,
                    Kind.OCCUPATION,
                    Kind.ACTIVITY);

    private static final Set<Kind> NO_EMPLOYER =
            Set.of(Kind.FAMILY, Kind.TIME, Kind.CONDITION, Kind.PET);

    /** "allergic to mornings" is a joke. */
    private static final Set<Kind> NO_ALLERGEN =
            Set.of(
                    Kind.HOBBY,
                    Kind.ACTIVITY,
                    Kind.TIME,
                    Kind.TOPIC,
                    Kind.OCCUPATION,
                    Kind.FAMILY,
                    Kind.PERSON);

    private final FactTables tables;
    private final Trace trace;
    private final List<Finding> findings = new ArrayList<>();

    Facts(FactTables tables, Trace trace) {
        this.tables = tables;
        this.trace = trace;
    }

    /** Is told what is left out. */
    Trace trace() {
        return trace;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Takes over what was found in other words, with this sentence as its evidence. */
    void adopt(Finding finding, Sentence evidence, double factor) {
        findings.add(
                new Finding(
                        finding.statement(),
                        finding.denied(),
                        finding.temporal(),
                        finding.confidence() * factor,
                        finding.strength(),
                        finding.explicit(),
                        evidence.start(),
                        evidence.end(),
                        ANSWER + finding.rule()));
    }

    /** Drops the likings among what was found since: they were meant as blame. */
    void dropPraise(int since) {
        findings.subList(since, findings.size())
                .removeIf(f ->
                        f.statement() instanceof Statement.Fact(var relation, var _)
                                && relation.cardinality() == Relation.Cardinality.ATTITUDE_FOR);
    }

    /** Drops what a mere "yes" gave ("any pets") where the answer then says which. */
    void specify() {
        for (int i = findings.size() - 1; i >= 0; i--) {
            var general = findings.get(i);
            boolean named =
                    general.rule().startsWith(ANSWER)
                            && findings.stream()
                                    .anyMatch(
                                            f -> !f.equals(general) && isSameRelation(f, general));
            if (named && !general.denied()) {
                findings.remove(i);
            }
        }
    }

    private static boolean isSameRelation(Finding a, Finding b) {
        return a.statement() instanceof Statement.Fact(var one, var _)
                && b.statement() instanceof Statement.Fact(var other, var _)
                && one == other
                && Having.isPersonal(one);
    }

    /** Whether something of this name has been found. */
    boolean names(String name) {
        return findings.stream()
                .anyMatch(f ->
                        f.statement() instanceof Statement.Fact(var _, var entity)
                                && entity.key().equals(name.toLowerCase(Locale.ROOT)));
    }

    /** Claims the relation of what the phrase names; false where it names nothing fit. */
    boolean claim(Claim claim, Phrase phrase, Sentence sentence) {
        return claim(claim, phrase, sentence, phrase.name());
    }

    /** As {@link #claim(Claim, Phrase, Sentence)}, under a name of its own. */
    boolean claim(Claim claim, Phrase phrase, Sentence sentence, String name) {
        boolean claimed = isClaimed(claim, phrase, sentence, name);
        if (!claimed) {
            int end = sentence.at(Math.min(phrase.end(), sentence.size()) - 1).end();
            int start = Math.min(sentence.at(claim.from()).start(), end - 1);
            trace.leftOut(start, end, Why.NAMELESS);
        }
        return claimed;
    }

    private boolean isClaimed(Claim claim, Phrase phrase, Sentence sentence, String name) {
        if (name.isEmpty()
                || name.length() > Entity.MAX_NAME
                || !isNameable(claim.relation(), phrase, sentence)) {
            return false;
        }
        var kind = kind(claim, phrase, sentence, name);
        if (claim.onlyKinds() && !claim.kinds().contains(kind)) {
            return false;
        }
        if (isWrongPlace(claim.relation(), kind, name) || isTooOld(claim.relation(), name)) {
            return false;
        }
        var stored = tables.fixed().getOrDefault(claim.relation(), kind);
        var statement = new Statement.Fact(claim.relation(), new Entity(stored.entityType(), name));
        findings.add(
                new Finding(
                        statement,
                        claim.denied(),
                        claim.temporal(),
                        Math.min(SUREST, claim.confidence()),
                        claim.strength(),
                        claim.explicit(),
                        sentence.at(claim.from()).start(),
                        sentence.at(lastToken(claim, sentence)).end(),
                        claim.rule()));
        return true;
    }

    /** "I'm 900 years old". */
    private static boolean isTooOld(Relation relation, String name) {
        return relation == Relation.AGE
                && name.length() >= 3
                && name.chars().allMatch(Character::isDigit)
                && (name.length() > 3 || Integer.parseInt(name) > Numbers.OLDEST);
    }

    /** A claim may reach beyond the sentence, whose last token then ends its words. */
    private static int lastToken(Claim claim, Sentence sentence) {
        return Math.min(Math.max(claim.from(), claim.to() - 1), sentence.size() - 1);
    }

    /** Nobody has their lunch, or works for a city by working in it. */
    private boolean isWrongPlace(Relation relation, Kind kind, String name) {
        return switch (relation) {
            case HAS -> kind == Kind.FOOD;
            case ALLERGIC_TO -> NO_ALLERGEN.contains(kind);
            case VISITED ->
                    name.indexOf(' ') < 0
                            && name.equals(name.toLowerCase(Locale.ROOT))
                            && !tables.typer().isPlace(name);
            case FROM, LIVES_IN -> NO_PLACE.contains(kind);
            case WORKS_AT ->
                    NO_EMPLOYER.contains(kind)
                            || tables.typer().isPlace(name.toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    private Kind kind(Claim claim, Phrase phrase, Sentence sentence, String name) {
        var preferred = claim.kinds().isEmpty() ? tables.expected(claim.relation()) : claim.kinds();
        var kind = tables.typer().of(phrase.name().toLowerCase(Locale.ROOT), preferred);
        boolean gerund = claim.relation() == Relation.DOES && !name.equals(phrase.name());
        if (phrase.is(Form.ACTIVITY) || gerund) {
            return kind == Kind.HOBBY && !gerund ? kind : Kind.ACTIVITY;
        }
        boolean properName = sentence.at(phrase.end() - 1).tag() == Tag.NNP;
        if (properName && claim.onlyKinds() && claim.kinds().contains(Kind.ORGANIZATION)) {
            boolean known =
                    tables.typer().isKnown(name.toLowerCase(Locale.ROOT))
                            || tables.typer().isKnown(sentence.at(phrase.end() - 1).lower());
            return claim.kinds().contains(kind) || known ? kind : Kind.ORGANIZATION;
        }
        if (properName && claim.onlyKinds() && isNewName(claim, kind, phrase, sentence)) {
            return claim.kinds().getFirst();
        }
        boolean open = claim.relation().isAttitude() || OPEN.contains(claim.relation());
        return kind == Kind.OTHER && !open && !claim.onlyKinds() && !preferred.isEmpty()
                ? preferred.getFirst()
                : kind;
    }

    /** "a Triumph Bonneville", "the Camino": a name that the pack has not heard of. */
    private static boolean isNewName(Claim claim, Kind kind, Phrase phrase, Sentence sentence) {
        var before = sentence.at(phrase.start() - 1);
        return switch (claim.kinds().getFirst()) {
            case MEDIA, HOBBY, TOPIC -> kind == Kind.OTHER;
            case VEHICLE -> before.tag() == Tag.DT || before.tag() == Tag.PRPS;
            case PLACE ->
                    kind == Kind.OTHER
                            && (before.is("the")
                                    || (claim.relation() == Relation.VISITED
                                            && (before.tag() == Tag.IN || before.tag() == Tag.TO)));
            default -> false;
        };
    }

    private boolean isNameable(Relation relation, Phrase phrase, Sentence sentence) {
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
    private static boolean isPassing(Relation relation, Phrase phrase, Sentence sentence) {
        return switch (relation) {
            case HAS, OWNS, NEEDS, WANTS ->
                    sentence.at(phrase.end() - 1).is(WordClass.LIGHT_NOUN)
                            && !phrase.name().contains(" of ");
            default -> false;
        };
    }

    private boolean isKnownHobby(Phrase activity) {
        var kind = tables.typer().of(activity.name().toLowerCase(Locale.ROOT), List.of());
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
                : !verb.is(WordClass.LIGHT_VERB) && !isLight(phrase.verb());
    }

    private static boolean isLight(String verb) {
        return switch (verb) {
            case "be", "do", "have", "make", "take", "get", "give", "watch", "go", "come" -> true;
            default -> false;
        };
    }

    /** An adjective that also names something: "green", "a Civic". */
    private boolean isNominal(Token adjective) {
        return adjective.word().can(Word.Forms.NOUN | Word.Forms.PLURAL)
                || tables.typer().isKnown(adjective.lower());
    }

    private boolean isThing(Phrase phrase, Sentence sentence) {
        if (phrase.is(Form.PRONOUN)) {
            return false;
        }
        var head = sentence.at(phrase.end() - 1);
        boolean single = phrase.end() - phrase.start() == 1;
        if ((head.tag() == Tag.CD && single) || head.is(WordClass.EMPTY_NOUN)) {
            return false;
        }
        if (head.tag() == Tag.JJ && !isNominal(head)) {
            return false;
        }
        if (single && (head.is(WordClass.LIGHT_NOUN) || head.is(WordClass.TIME_NOUN))) {
            return head.is(WordClass.SEASON);
        }
        if (sentence.at(phrase.start()).is(WordClass.LIGHT_NOUN)
                && sentence.at(phrase.start() + 1).is("of")) {
            return false;
        }
        return !head.is(WordClass.TIME_NOUN) || !single;
    }

    /** The activity that a verb and its object make: "collecting stamps". */
    static String gerund(String verb, String object) {
        return Lexicon.gerund(verb) + " " + object;
    }
}
