package gleaner.cli;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gleaner.config.Loading;
import gleaner.config.SettingsLoader;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.fuzz.Claim;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any bytes as the input of {@code extract --format jsonl}: every line has one line for an answer,
 * which is JSON, names the same id, and is the same however the bytes arrive.
 */
public final class JsonLinesFuzz {
    private static final int MAX_CHARACTERS = 500;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final JsonLinesFormat FORMAT = format();

    private JsonLinesFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        var bytes = data.consumeRemainingAsBytes();
        var lines = lines(new ByteArrayInputStream(bytes));
        Claim.equal(lines, lines(new Dripping(bytes)), "lines however they arrive");
        for (var line : lines) {
            Claim.that(line.text().length() <= MAX_CHARACTERS, "cut");
            Claim.that(line.text().indexOf('\n') < 0, "one line");
            check(line, Claim.repeats(() -> FORMAT.answer(line)));
            check(line, FORMAT.refuse(line, "as asked"));
        }
    }

    private static void check(InputLine line, Answer answer) throws JsonProcessingException {
        var output = answer.output();
        Claim.equal(output.indexOf('\n'), output.length() - 1, "one line");
        if (output.isBlank()) {
            Claim.that(line.text().isBlank(), "an answer");
            return;
        }
        var object = JSON.readTree(output);
        Claim.that(object.has("id"), "an id in", output);
        if (object.has("error")) {
            Claim.equal(answer.complaint(), object.get("error").asText(), "one complaint");
            return;
        }
        var asked = JSON.readTree(line.text()).path("id");
        Claim.that(
                asked.isMissingNode() ? object.get("id").isNull() : asked.equals(object.get("id")),
                "the id of the line in",
                output);
        Claim.equal(
                answer.learned(),
                object.get("facts").size() + object.get("preferences").size(),
                "all that was learned");
    }

    private static List<InputLine> lines(InputStream in) throws IOException {
        var input = new LineInput(in, MAX_CHARACTERS);
        var lines = new ArrayList<InputLine>();
        for (var next = input.next(); !next.isEmpty(); next = input.next()) {
            lines.addAll(next);
        }
        return lines;
    }

    private static JsonLinesFormat format() {
        var limits =
                switch (SettingsLoader.load(Optional.empty(), Map.of())) {
                    case Loading.Loaded(var settings) -> settings.limits();
                    case Loading.Refused(var problems) -> throw new AssertionError(problems);
                };
        return new JsonLinesFormat(
                new ConversationReading(
                        EmbeddedReader.load(new ReadingLimits(20, 60, true)),
                        limits,
                        Instant.EPOCH),
                new ConversationLine.Decoder(8));
    }

    /** Gives one byte at a time. */
    private static final class Dripping extends ByteArrayInputStream {
        Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(1, length));
        }
    }
}
