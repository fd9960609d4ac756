package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import java.util.Locale;
import java.util.Set;

/** Says what kind of thing a claim is about. */
final class ClaimedKinds {
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

    /** What a title may be about, as in "Slow Horses". */
    private static final Set<Kind> COMMON =
            Set.of(Kind.ANIMAL, Kind.PET, Kind.THING, Kind.TIME, Kind.HOME, Kind.FOOD, Kind.FAMILY);

    private final FactTables tables;

    ClaimedKinds(FactTables tables) {
        this.tables = tables;
    }

    /** The kind of the entity that the claim gives this name. */
    Kind of(Claim claim, Phrase phrase, Sentence sentence, String name) {
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

    /** Several words in capitals: "Slow Horses", but not "HOT DOGS". */
    private static boolean isTitle(Phrase phrase, Sentence sentence) {
        return phrase.end() - phrase.start() > 1
                && sentence.tokens().subList(phrase.start(), phrase.end()).stream()
                        .allMatch(token ->
                                token.tag() == Tag.NNP
                                        && token.isCapitalised()
                                        && !token.text()
                                                .equals(token.text().toUpperCase(Locale.ROOT)));
    }

    /** "a Triumph Bonneville", "the Camino": a name that the pack has not heard of. */
    private static boolean isNewName(Claim claim, Kind kind, Phrase phrase, Sentence sentence) {
        var before = sentence.at(phrase.start() - 1);
        return switch (claim.kinds().getFirst()) {
            case MEDIA ->
                    kind == Kind.OTHER || (COMMON.contains(kind) && isTitle(phrase, sentence));
            case HOBBY, TOPIC -> kind == Kind.OTHER;
            case VEHICLE -> before.tag() == Tag.DT || before.tag() == Tag.PRPS;
            case PLACE ->
                    kind == Kind.OTHER
                            && (before.is(KeyWord.THE)
                                    || (claim.relation() == Relation.VISITED
                                            && (before.tag() == Tag.IN || before.tag() == Tag.TO)));
            default -> false;
        };
    }
}
