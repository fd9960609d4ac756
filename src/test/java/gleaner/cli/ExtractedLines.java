package gleaner.cli;

import gleaner.config.Loading;
import gleaner.config.Settings;
import gleaner.config.SettingsLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code extract} prints, with the {@link LovingReader}.
 *
 * @param out lines on standard output
 * @param err lines on standard error
 */
record ExtractedLines(List<String> out, List<String> err, Answering.Tally tally) {

    static ExtractedLines jsonl(String input) throws IOException {
        return of(jsonLines(), input);
    }

    static ExtractedLines text(String input) throws IOException {
        return of(new TextFormat(reading()), input);
    }

    /** As {@link #jsonl(String)}, to an output that may be closed. */
    static Answering.Tally jsonl(String input, PrintStream out) throws IOException {
        return answer(jsonLines(), input, out, print(new ByteArrayOutputStream()));
    }

    static Settings.Limits limits() {
        return switch (SettingsLoader.load(Optional.empty(), Map.of())) {
            case Loading.Loaded(var settings) -> settings.limits();
            case Loading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static ConversationReading reading() {
        return new ConversationReading(new LovingReader(), limits(), Instant.EPOCH);
    }

    private static LineFormat jsonLines() {
        return new JsonLinesFormat(reading(), new ConversationLine.Decoder(limits().jsonDepth()));
    }

    private static ExtractedLines of(LineFormat format, String input) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var tally = answer(format, input, print(out), print(err));
        return new ExtractedLines(lines(out), lines(err), tally);
    }

    private static Answering.Tally answer(
            LineFormat format, String input, PrintStream out, PrintStream err) throws IOException {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new Answering(format, out, err).answer(new LineInput(in, limits().recordBytes()));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
