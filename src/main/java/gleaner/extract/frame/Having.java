package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
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
            return tie != null && tie.relation() == null ? null : stated;
        }
        if (tie != null) {
            return tie.relation();
        }
        var whole = phrase.name().toLowerCase(Locale.ROOT);
        int of = whole.indexOf(" of ");
        var name = of < 0 ? whole : whole.substring(0, of);
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
