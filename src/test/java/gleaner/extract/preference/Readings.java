package gleaner.extract.preference;

import gleaner.event.Role;
import gleaner.extract.Context;
import gleaner.extract.Finding;
import gleaner.extract.ReadTurn;
import gleaner.extract.Trace;
import gleaner.extract.Turn;
import gleaner.extract.text.TextReader;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads messages for tests, and writes findings as the labelled tables do. */
final class Readings {
    static final PreferenceReader READER = PreferenceReader.load();
    private static final TextReader TEXT = TextReader.load();

    private static final Source SOURCE =
            new Source("e", "c", "m", Instant.parse("2026-01-01T12:00:00Z"), null, null);

    private Readings() {}

    static List<Finding> findings(String asked, String text) {
        return READER.read(turn(asked, text));
    }

    static Set<String> labels(String asked, String text) {
        var labels = new TreeSet<String>();
        findings(asked, text).forEach(finding -> labels.add(label(finding)));
        return labels;
    }

    static ReadTurn turn(String asked, String text) {
        var turn = new Turn("u", Role.USER, text, null, SOURCE);
        return new ReadTurn(
                turn,
                Context.NONE,
                TEXT.read(text),
                asked.isEmpty() ? List.of() : TEXT.read(asked),
                asked,
                Trace.NONE);
    }

    static String label(Finding finding) {
        var ended = finding.denied() || finding.temporal() == Temporal.PAST ? "!" : "";
        return switch (finding.statement()) {
            case Statement.Preference p -> ended + p.key().wireName() + "=" + p.value();
            case Statement.TopicWish(var topic, var wish) ->
                    ended + "topic_preferences=" + wish.wireName() + ":" + topic;
            case Statement.Fact _ ->
                    throw new AssertionError("a reader of preferences found a fact");
        };
    }
}
