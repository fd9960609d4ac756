package gleaner.extract;

import gleaner.event.Role;
import gleaner.memory.Observation;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads messages as the tests write them: "question || answer", {@code \n} for a line break. */
final class Facts {
    static final EmbeddedReader READER = EmbeddedReader.load(new ReadingLimits(50, 240, true));

    /** Relations that a past tense does not end, so that the tests need not say so. */
    private static final Set<String> LASTING = Set.of("visited", "studied_at", "from");

    private Facts() {}

    /** The facts of a message: {@code lives_in oslo}, {@code -likes tea}, {@code <plays violin}. */
    static Set<String> in(String message) {
        return observations(message).stream()
                .filter(o -> o.statement() instanceof Statement.Fact)
                .map(Facts::written)
                .collect(Collectors.toSet());
    }

    static List<Observation> observations(String message) {
        var turns = message.replace("\\n", "\n").split(" \\|\\| ", 2);
        var answer = turn(Role.USER, turns[turns.length - 1]);
        var context =
                turns.length == 1
                        ? Context.NONE
                        : new Context(List.of(turn(Role.ASSISTANT, turns[0])));
        return READER.read(answer, context).observations();
    }

    static Turn turn(Role role, String text) {
        return new Turn(
                "user-1",
                role,
                text,
                null,
                new Source("event", "conversation", "message", Instant.EPOCH, null, null));
    }

    private static String written(Observation observation) {
        var fact = (Statement.Fact) observation.statement();
        var relation = fact.relation().wireName();
        var when =
                observation.temporal() == Temporal.PAST && !LASTING.contains(relation)
                        ? "<"
                        : observation.temporal() == Temporal.FUTURE ? ">" : "";
        return ((observation.denied() ? "-" : when) + relation + " " + fact.entity().name())
                .toLowerCase(Locale.ROOT);
    }
}
