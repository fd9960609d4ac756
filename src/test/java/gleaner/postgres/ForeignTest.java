package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Said;
import gleaner.memory.Slot;
import gleaner.postgres.statement.FactRow;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs can store, and nobody should: none of it may stop the worker. */
class ForeignTest {
    private static final EntityTypes TYPES = new EntityTypes(Set.of("food", "other"));

    @Test
    void aNumberThatIsNoneSaysNothing() {
        var said = adopted(row("pizza", Double.NaN, Instant.EPOCH));

        assertThat(said.confidence()).isEqualTo(0.5);
        assertThat(said.strength()).isEqualTo(0.5);
    }

    @Test
    void numbersBeyondTheirBoundsAreTheBounds() {
        var sure = adopted(row("pizza", Double.POSITIVE_INFINITY, Instant.EPOCH));
        var unsure = adopted(row("pizza", -3.0, Instant.EPOCH));

        assertThat(List.of(sure.confidence(), sure.strength())).containsExactly(1.0, 1.0);
        assertThat(List.of(unsure.confidence(), unsure.strength())).containsExactly(0.01, 0.0);
    }

    @Test
    void aTimeThatPostgresCannotHoldForUsIsNone() {
        var infinity = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);

        assertThat(adopted(row("pizza", 0.7, infinity)).source().saidAt()).isEqualTo(Instant.EPOCH);
        assertThat(
                        adopted(row("pizza", 0.7, Instant.parse("-4000-01-01T00:00:00Z")))
                                .source()
                                .saidAt())
                .isEqualTo(Instant.EPOCH);
        assertThat(adopted(row("pizza", 0.7, null)).source().saidAt()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z"
            })
    void aPreferenceOfNoTimeAtAllIsUndated(String time) {
        assertThat(ForeignPreference.saidAt(entry("\"it\"", time))).isNull();
    }

    /** Both are compared again after they were read from the database. */
    @Test
    void aTimeIsAsFineAsTheDatabaseHasIt() {
        assertThat(ForeignPreference.saidAt(entry("\"it\"", "2025-01-01T00:00:00.123456789Z")))
                .isEqualTo(Instant.parse("2025-01-01T00:00:00.123456Z"));
    }

    @Test
    void aNameThatIsNoneAsWeWriteItCompetesWithNothing() {
        assertThat(row("\uFB2C".repeat(60), 0.7, Instant.EPOCH).statement()).isEmpty();
    }

    @Test
    void numbersAndNamesOfAnyLengthCanStandBesideWhatWeKeep() {
        var stored =
                "{\"n\": %s, \"%s\": 1, \"language\": \"it\"}"
                        .formatted("9".repeat(131_072), "k".repeat(100_000));

        assertThat(new PreferenceDocument("ann", stored, 1_000_000).entry("language").asText())
                .isEqualTo("it");
    }

    /** PostgreSQL may be set up to take what is deeper than we read. */
    @Test
    void aDocumentTooDeepToReadIsLeftAlone() {
        var deep = "{\"x\": %s%s}".formatted("[".repeat(20_000), "]".repeat(20_000));
        var document = new PreferenceDocument("ann", deep, 1_000_000);

        var change =
                PreferenceFold.of(
                        "ann",
                        PreferenceKey.LANGUAGE,
                        List.of(Said.at(1).prefers(PreferenceKey.LANGUAGE, "de")),
                        document.entry("language"));
        document.apply("language", change.step());

        assertThat(document.patch()).isEmpty();
        assertThat(document.withheld()).isOne();
    }

    /** The row of another program, as an observation, where our own statement takes its place. */
    private static Observation adopted(FactRow row) {
        var own = Said.at(1).is(Relation.HATES, EntityType.FOOD, "pizza");
        var change =
                FactFold.of(new Slot("ann", "attitude:pizza"), List.of(own), List.of(row), TYPES);
        return change.adopted().getFirst();
    }

    private static FactRow row(String entity, Double confidence, @Nullable Instant saidAt) {
        return new FactRow(
                new UUID(0, 1),
                "1",
                "ann",
                new UUID(0, 2),
                "food",
                entity,
                Relation.LIKES,
                confidence,
                confidence,
                null,
                "{}",
                null,
                null,
                null,
                saidAt);
    }

    private static JsonNode entry(String value, String updatedAt) {
        return Json.read("{\"value\": %s, \"updated_at\": \"%s\"}".formatted(value, updatedAt));
    }
}
