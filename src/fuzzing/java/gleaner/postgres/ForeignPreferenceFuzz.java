package gleaner.postgres;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gleaner.fuzz.Claim;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Said;
import gleaner.postgres.statement.StorableText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever JSON another program keeps as a preference: it takes part or is left alone, the same
 * each time; what is stored of it can be stored and read again; and once the fold's word is
 * written, it stands.
 */
public final class ForeignPreferenceFuzz {
    private static final String USER = "ann";

    /** JSON as PostgreSQL has it: no limit on the length of a number or a name. */
    private static final JsonMapper POSTGRES =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNumberLength(Integer.MAX_VALUE)
                                                    .maxNameLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private static final Map<PreferenceKey, List<String>> VALUES =
            Map.of(
                    PreferenceKey.LANGUAGE, List.of("it", "pt-BR"),
                    PreferenceKey.TIMEZONE, List.of("Europe/Oslo", "UTC"),
                    PreferenceKey.PREFERRED_NAME, List.of("Kim", "Ann"));

    private ForeignPreferenceFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var key = data.pickValue(PreferenceKey.values());
        var said = said(data, key);
        var maxBytes = data.consumeInt(1, 1_000);
        asStored(data.consumeRemainingAsString())
                .ifPresent(entry -> check(key, said, maxBytes, entry));
    }

    private static void check(
            PreferenceKey key, List<Observation> said, int maxBytes, String entry) {
        var name = key.wireName();
        var document = new PreferenceDocument(USER, "{\"%s\":%s}".formatted(name, entry), maxBytes);
        var change = Claim.repeats(() -> PreferenceFold.of(USER, key, said, document.entry(name)));
        change.adopted().forEach(ForeignPreferenceFuzz::storable);
        document.apply(name, change.step());
        var left = left(change.step(), document.entry(name));
        var known = new ArrayList<>(said);
        known.addAll(change.adopted());
        Claim.equal(
                PreferenceFold.of(USER, key, known, left).step(),
                new PreferenceFold.Step.Keep(),
                "settled once it is written");
        document.patch().ifPresent(patch -> Claim.that(Json.read(patch.patch()).isObject(), patch));
    }

    private static List<Observation> said(FuzzedDataProvider data, PreferenceKey key) {
        var said = new ArrayList<Observation>();
        var values = VALUES.getOrDefault(key, List.of());
        for (int i = data.consumeInt(0, 2); i > 0 && !values.isEmpty(); i--) {
            var at = Said.at(data.consumeInt(0, 9));
            at = data.consumeBoolean() ? at.implied() : at;
            at = data.consumeBoolean() ? at.denied() : at;
            said.add(at.prefers(key, values.get(data.consumeInt(0, values.size() - 1))));
        }
        return said;
    }

    /** As PostgreSQL gives it back; nothing where it takes no such text. */
    private static Optional<String> asStored(String json) {
        try {
            var node = POSTGRES.readTree(json);
            var text = POSTGRES.writeValueAsString(node);
            return Optional.of(text)
                    .filter(t -> !node.isMissingNode())
                    .filter(t -> !t.contains("\\u0000") && t.equals(StorableText.of(t)));
        } catch (JsonProcessingException | NumberFormatException notStorable) {
            return Optional.empty();
        }
    }

    private static JsonNode left(PreferenceFold.Step step, JsonNode before) {
        return switch (step) {
            case PreferenceFold.Step.Keep() -> before;
            case PreferenceFold.Step.Remove() -> Json.read(null);
            case PreferenceFold.Step.Put(var entry) -> Json.read(entry.toString());
        };
    }

    private static void storable(Observation observation) {
        Claim.that(StorableStatement.in(observation).isPresent(), observation, "can be stored");
        var saidAt = observation.source().saidAt();
        Claim.equal(saidAt, saidAt.truncatedTo(ChronoUnit.MICROS), "as fine as the database");
        Claim.that(
                saidAt.isAfter(Instant.parse("0000-12-31T00:00:00Z"))
                        && saidAt.isBefore(Instant.parse("+10000-01-01T00:00:00Z")),
                "a time that can be written:",
                saidAt);
    }
}
