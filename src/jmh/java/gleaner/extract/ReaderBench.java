package gleaner.extract;

import gleaner.eval.LabelledLine;
import gleaner.event.Role;
import gleaner.extract.frame.FactReader;
import gleaner.extract.preference.PreferenceReader;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.TextReader;
import gleaner.memory.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a message costs at each stage, on one core: natural messages, one after the other. {@code
 * mvn -Pbench test-compile exec:exec@bench}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReaderBench {
    private static final Path MESSAGES =
            Path.of("src/test/resources/gleaner/extract/labelled/a.jsonl");

    private final TextReader textReader = TextReader.load();
    private final FactReader factReader = FactReader.load(textReader);
    private final PreferenceReader preferenceReader = PreferenceReader.load();
    private final EmbeddedReader reader = EmbeddedReader.load(new ReadingLimits(50, 240, true));
    private final List<ReadTurn> turns = lines().map(this::turn).toList();
    private int next;

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(MESSAGES).stream()
                    .map(line -> LabelledLine.read(line).said().getLast().text());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + MESSAGES, unreadable);
        }
    }

    private ReadTurn turn(String text) {
        var source = new Source("event", "conversation", "message", Instant.EPOCH, null, null);
        var turn = new Turn("user", Role.USER, text, null, source);
        return new ReadTurn(turn, Context.NONE, textReader.read(text), List.of(), "", Trace.NONE);
    }

    private ReadTurn next() {
        next = next + 1 < turns.size() ? next + 1 : 0;
        return turns.get(next);
    }

    /** From characters to tagged sentences. */
    @Benchmark
    public List<Sentence> text() {
        return textReader.read(next().turn().text());
    }

    /** From sentences to facts. */
    @Benchmark
    public FactReader.Reading facts() {
        return factReader.read(next());
    }

    /** From sentences to preferences. */
    @Benchmark
    public List<Finding> preferences() {
        return preferenceReader.read(next());
    }

    /** All of it, with emotions and evidence. */
    @Benchmark
    public Extraction whole() {
        return reader.read(next().turn(), Context.NONE);
    }
}
