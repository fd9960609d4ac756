package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what somebody has: a relative, a pet or a thing. */
final class Having {
    /** Kinds that one has for a while only, or that have one. */
    private static final Set<Kind> NOT_HAD =
            Set.of(Kind.ACTIVITY, Kind.TIME, Kind.OCCUPATION, Kind.PERSON);

    private static final Set<Kind> ACQUIRED =
            Set.of(Kind.PET, Kind.ANIMAL, Kind.VEHICLE, Kind.HOME, Kind.THING, Kind.INSTRUMENT);

    private static final int LONGEST_ASIDE = 6;
    private static final int MAX_FURTHER = 5;

    private final Scene scene;
    private final Sentence sentence;
    private final Facts facts;
    private final Naming naming;
    private final Relatives relatives;

    Having(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.facts = scene.facts();
        this.naming = new Naming(sentence, scene.tables().typer());
        this.relatives = new Relatives(sentence, scene.tables());
    }

    /** Relations whose entity is had, or belongs to one. */
    static boolean isPossession(Relation relation) {
        return relation == Relation.HAS
                || relation == Relation.OWNS
                || relation == Relation.HAS_CHILD
                || relation == Relation.HAS_PET
                || relation == Relation.MARRIED_TO
                || relation == Relation.PARTNER_OF;
    }

    /**
     * Somebody, a pet or a thing that one has; the relation depends on which.
     *
     * @param before what the phrase before it in the list was, whose names may follow
     * @return the relation that was stated, or nothing
     */
    @Nullable Relation claim(Claim claim, Phrase phrase, Frame frame, @Nullable Relation before) {
        if (before != null && isPersonal(before) && naming.isName(phrase.start(), false)) {
            return isNamed(phrase.name()) || facts.claim(claim.as(before), phrase, sentence)
                    ? before
                    : null;
        }
        var relation = relationTo(claim.relation(), phrase, frame);
        if (relation == null) {
            return null;
        }
        var names = isPersonal(relation) ? naming.behind(phrase.next()) : List.<String>of();
        var base = isPersonal(relation) ? called(phrase) : phrase.name();
        if (names.isEmpty()) {
            return facts.claim(claim.as(relation), phrase, sentence, base) ? relation : null;
        }
        for (var name : names) {
            var full = relation == Relation.HAS_PET ? base + " " + name : name;
            facts.claim(claim.as(relation), phrase, sentence, full);
        }
        return relation;
    }

    /**
     * What is listed behind an aside that ends the list for the grammar: "two kids under five and a
     * greyhound", "a brother in Leeds and a sister in York". Relatives and pets alone.
     */
    boolean further(Claim claim, Phrase last, Frame frame, int end) {
        boolean any = false;
        var before = last;
        for (int n = 0; n < MAX_FURTHER; n++) {
            int at = behindAside(before.next(), end);
            if (at < 0) {
                break;
            }
            var next = scene.matcher().objects().nounPhrases().read(at, end);
            var relation = next == null ? null : relationTo(claim.relation(), next, frame);
            if (next == null || relation == null || !isPersonal(relation)) {
                break;
            }
            any |= claim(next.none() ? claim.deniedIf(true) : claim, next, frame, null) != null;
            before = next;
        }
        return any;
    }

    /** Behind the aside and the "and" or comma that follows it, at a determiner; else -1. */
    private int behindAside(int from, int end) {
        int at = from;
        while (at < end && at < from + LONGEST_ASIDE && !isJoint(at)) {
            var token = sentence.at(at);
            if (token.isVerb() || token.tag() == Tag.PRP || token.is(WordClass.SUBORDINATOR)) {
                return -1;
            }
            at++;
        }
        while (at < end && (isJoint(at) || isFurtherAge(at))) {
            at++;
        }
        var determiner = sentence.at(at);
        boolean counted = determiner.tag() == Tag.CD || determiner.is(KeyWord.NO);
        boolean indefinite = determiner.is(KeyWord.A) || determiner.is(KeyWord.AN);
        return at > from && at < end && (counted || indefinite) ? at : -1;
    }

    /** "aged 3 and 5 and". */
    private boolean isFurtherAge(int at) {
        return sentence.at(at).tag() == Tag.CD && isJoint(at + 1);
    }

    private boolean isJoint(int at) {
        return sentence.at(at).tag() == Tag.COMMA || sentence.at(at).is(WordClass.CONJUNCTION);
    }

    String called(Phrase phrase) {
        return phrase.is(Form.NAME)
                ? phrase.name()
                : relatives.called(phrase, relatives.headOf(phrase));
    }

    /** "two rats, Salt and Pepper": already told with the rats. */
    private boolean isNamed(String name) {
        return facts.findings().stream()
                .anyMatch(f ->
                        f.statement() instanceof Statement.Fact(var _, var entity)
                                && entity.name().endsWith(name));
    }

    /** Relations to somebody with a name. */
    static boolean isPersonal(Relation relation) {
        return switch (relation) {
            case HAS_CHILD, HAS_SIBLING, HAS_PET, MARRIED_TO, PARTNER_OF -> true;
            default -> false;
        };
    }

    /** What the phrase is to somebody who is said to have it; nothing where it is nothing. */
    @Nullable Relation relationTo(Relation stated, Phrase phrase, Frame frame) {
        if (phrase.is(Form.NAME)) {
            return stated;
        }
        if (relatives.isCalledPet(phrase) && (stated == Relation.HAS || stated == Relation.OWNS)) {
            return Relation.HAS_PET;
        }
        int at = relatives.headOf(phrase);
        var tie = relatives.tie(at);
        if (stated != Relation.HAS && stated != Relation.OWNS) {
            boolean nobodys = tie != null && tie.relation() == null;
            return nobodys && stated != Relation.MARRIED_TO ? null : stated;
        }
        if (tie != null) {
            return tie.relation();
        }
        var name = phrase.head(sentence).toLowerCase(Locale.ROOT);
        var kind = scene.tables().typer().of(name, scene.tables().expected(stated));
        if (kind == Kind.PET || kind == Kind.ANIMAL) {
            return Relation.HAS_PET;
        }
        boolean make = sentence.at(phrase.end() - 1).tag() == Tag.NNP;
        if (frame.is(Option.ACQUIRED) && !ACQUIRED.contains(kind) && !make) {
            return null;
        }
        boolean noun = sentence.at(at).isNoun();
        if (kind == Kind.VEHICLE) {
            return Relation.OWNS;
        }
        boolean branded = make && phrase.end() - phrase.start() > 1;
        return !noun || (NOT_HAD.contains(kind) && !branded) ? null : stated;
    }
}
