package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Said;
import gleaner.memory.Statement.Wish;
import gleaner.postgres.PreferenceFold.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceFoldTest {
    private static final JsonNode ABSENT = MissingNode.getInstance();

    @Test
    void aFirstPreferenceIsPutInTheShapeThatReadersKnow() {
        var entry =
                put(
                        PreferenceKey.LANGUAGE,
                        ABSENT,
                        Said.at(1).prefers(PreferenceKey.LANGUAGE, "de"));

        assertThat(entry.fieldNames())
                .toIterable()
                .containsExactly("value", "confidence", "updated_at", "metadata");
        assertThat(entry.get("metadata").fieldNames())
                .toIterable()
                .contains(
                        "extraction_method",
                        "is_explicit",
                        "is_preference_change",
                        "reasoning",
                        "conversation_context",
                        "bot_name");
        assertThat(entry.get("updated_at").asText()).isEqualTo("2025-01-01T01:00:00Z");
        assertThat(entry.get("metadata").get("is_preference_change").asBoolean()).isFalse();
    }

    @Test
    void anotherValueThanBeforeIsAChange() {
        var entry =
                put(
                        PreferenceKey.LANGUAGE,
                        ABSENT,
                        Said.at(1).prefers(PreferenceKey.LANGUAGE, "de"),
                        Said.at(2).prefers(PreferenceKey.LANGUAGE, "it"));

        assertThat(entry.get("metadata").get("is_preference_change").asBoolean()).isTrue();
    }

    @Test
    void whatStandsThereAlreadyIsLeft() {
        var said = Said.at(1).prefers(PreferenceKey.LANGUAGE, "de");
        var stored = Json.read(put(PreferenceKey.LANGUAGE, ABSENT, said).toString());

        assertThat(fold(PreferenceKey.LANGUAGE, stored, said).step()).isEqualTo(new Step.Keep());
    }

    @Test
    void whatNobodySaidAnyMoreGoes() {
        var stored =
                put(
                        PreferenceKey.LANGUAGE,
                        ABSENT,
                        Said.at(1).prefers(PreferenceKey.LANGUAGE, "de"));

        assertThat(fold(PreferenceKey.LANGUAGE, stored).step()).isEqualTo(new Step.Remove());
    }

    @Test
    void anotherWritersEntryThatNothingWasSaidAgainstStays() {
        assertThat(fold(PreferenceKey.LANGUAGE, foreign("\"it\"", "2025-01-01T05:00:00")).step())
                .isEqualTo(new Step.Keep());
    }

    @Test
    void aBareValueOfOlderDataTakesPart() {
        var change =
                fold(
                        PreferenceKey.LANGUAGE,
                        Json.read("\"it\""),
                        Said.at(1).prefers(PreferenceKey.LANGUAGE, "de"));

        assertThat(change.step()).isInstanceOf(Step.Put.class);
        assertThat(change.adopted())
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.valueKey()).isEqualTo("it");
                    assertThat(o.extractor()).isEqualTo("foreign:unknown");
                });
    }

    @Test
    void timesWithAndWithoutZoneAreRead() {
        for (var time :
                List.of(
                        "2025-01-01T05:00:00Z",
                        "2025-01-01T07:00:00+02:00",
                        "2025-01-01T05:00:00",
                        "2025-01-01 05:00:00.000")) {
            assertThat(ForeignPreference.saidAt(foreign("1", time)))
                    .isEqualTo(Said.EPOCH.plusSeconds(5 * 3600));
        }
        assertThat(ForeignPreference.saidAt(foreign("1", "yesterday"))).isNull();
    }

    @Test
    void oneTopicTakenBackLeavesTheOthers() {
        var entry =
                put(
                        PreferenceKey.TOPIC_PREFERENCES,
                        Json.read(
                                """
                                {"value": {"focus": ["music", "art"]}, "confidence": 0.7,
                                 "updated_at": "2025-01-01T00:00:00Z"}
                                """),
                        Said.at(1).denied().wishes("music", Wish.FOCUS),
                        Said.at(2).wishes("politics", Wish.AVOID));

        assertThat(entry.get("value"))
                .hasToString("{\"focus\":[\"art\"],\"avoid\":[\"politics\"]}");
    }

    private static ObjectNode put(PreferenceKey key, JsonNode stored, Observation... said) {
        return fold(key, stored, said).step() instanceof Step.Put(var entry)
                ? entry
                : org.assertj.core.api.Assertions.fail("nothing put");
    }

    private static PreferenceFold.Change fold(
            PreferenceKey key, JsonNode stored, Observation... said) {
        return PreferenceFold.of("ann", key, List.of(said), stored);
    }

    private static JsonNode foreign(String value, String updatedAt) {
        return Json.read(
                "{\"value\": %s, \"confidence\": 0.7, \"updated_at\": \"%s\"}"
                        .formatted(value, updatedAt));
    }
}
