package gleaner.extract.frame;

import gleaner.extract.Finding;
import gleaner.extract.Trace;
import gleaner.extract.Trace.Why;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
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
    static final String ANSWER = "answer:";

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
    private final Nameable nameable;
    private final ClaimedKinds kinds;
    private final Trace trace;
    private final List<Finding> findings = new ArrayList<>();

    Facts(FactTables tables, Trace trace) {
        this.tables = tables;
        this.nameable = new Nameable(tables.typer());
        this.kinds = new ClaimedKinds(tables);
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
                || !nameable.isFit(claim.relation(), phrase, sentence)) {
            return false;
        }
        var kind = kinds.of(claim, phrase, sentence, name);
        if (claim.onlyKinds() && !claim.kinds().contains(kind)) {
            return false;
        }
        if (isWrongPlace(claim.relation(), kind, name)
                || isTooOld(claim.relation(), name)
                || isLeftSchool(claim, phrase, sentence)
                || isLivelihood(claim.relation(), phrase, sentence)) {
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

    /** "I left school at sixteen": a school without a determiner pays nobody. */
    private static boolean isLeftSchool(Claim claim, Phrase phrase, Sentence sentence) {
        return claim.relation() == Relation.WORKS_AT
                && phrase.end() - phrase.start() == 1
                && sentence.at(phrase.start()).is(WordClass.NO_EMPLOYER)
                && sentence.at(phrase.start() - 1).tag() != Tag.DT
                && sentence.at(phrase.start() - 1).tag() != Tag.JJ;
    }

    /** "I drive for a living": nobody is named who pays for it. */
    private static boolean isLivelihood(Relation relation, Phrase phrase, Sentence sentence) {
        return relation == Relation.WORKS_AT && sentence.at(phrase.end() - 1).is(KeyWord.LIVING);
    }

    /** "class of 09", "Boise 8": the number is of something else. */
    private static boolean endsInNumber(String name) {
        int space = name.lastIndexOf(' ');
        return space > 0 && name.substring(space + 1).chars().allMatch(Character::isDigit);
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
            case STUDIED_AT -> endsInNumber(name);
            case VISITED ->
                    name.indexOf(' ') < 0
                            && name.equals(name.toLowerCase(Locale.ROOT))
                            && !tables.typer().isPlace(name);
            case FROM, LIVES_IN ->
                    endsInNumber(name)
                            || (NO_PLACE.contains(kind)
                                    && !tables.typer().isPlace(name.toLowerCase(Locale.ROOT)));
            case WORKS_AT ->
                    NO_EMPLOYER.contains(kind)
                            || tables.typer().isPlace(name.toLowerCase(Locale.ROOT));
            default -> false;
        };
    }
}
