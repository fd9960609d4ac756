package gleaner.postgres;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gleaner.fuzz.Claim;
import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.Relation;
import gleaner.memory.Said;
import gleaner.postgres.statement.FactRow;
import gleaner.postgres.statement.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whatever another program keeps as a fact: its row takes part in the fold of its slot or is left
 * alone, the same each time.
 */
public final class ForeignFactFuzz {
    private static final EntityTypes TYPES = new EntityTypes(Set.of("food", "place", "other"));

    private ForeignFactFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var relation = data.pickValue(Relation.values());
        var opposed = data.consumeBoolean();
        var hour = data.consumeInt(0, 9);
        var row =
                new FactRow(
                        new UUID(0, 1),
                        "1",
                        "ann",
                        new UUID(0, 2),
                        Claim.oneOf(data, "food", "person", "band", ""),
                        StorableText.of(data.consumeString(130)),
                        relation,
                        data.consumeBoolean() ? null : data.consumeDouble(),
                        data.consumeBoolean() ? null : data.consumeDouble(),
                        Claim.oneOf(data, "happy", "bored", ""),
                        metadata(data),
                        null,
                        null,
                        null,
                        data.consumeBoolean()
                                ? null
                                : Instant.ofEpochSecond(
                                        data.consumeLong(-100_000_000_000L, 100_000_000_000L)));
        var slot = row.slot();
        if (slot.isEmpty()) {
            return;
        }
        var own = Said.at(hour).is(relation, EntityType.FOOD, "pizza");
        List<Observation> said =
                opposed && own.slot().equals(slot.get()) ? List.of(own) : List.of();
        var change = Claim.repeats(() -> FactFold.of(slot.get(), said, List.of(row), TYPES));
        change.adopted()
                .forEach(o -> Claim.that(StorableStatement.in(o).isPresent(), "storable:", o));
        Claim.that(
                change.written().isEmpty() || !said.isEmpty() || FactMetadata.isOurs(row),
                "nothing written where nothing was said");
    }

    private static String metadata(FuzzedDataProvider data) {
        return data.consumeBoolean()
                ? "{\"is_explicit\": %s}".formatted(data.consumeInt())
                : "{\"extraction_method\": \"enrichment_worker\", \"slot\": %d}"
                        .formatted(data.consumeInt());
    }
}
