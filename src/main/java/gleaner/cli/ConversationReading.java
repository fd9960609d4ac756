package gleaner.cli;

import gleaner.config.Settings;
import gleaner.event.Role;
import gleaner.extract.Context;
import gleaner.extract.Reader;
import gleaner.extract.Turn;
import gleaner.memory.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads every turn of a conversation as the worker would: the user's own turns teach, the ones
 * before are their context. Shared by threads.
 */
final class ConversationReading {
    private static final String NOBODY = "extract";

    private final Reader reader;
    private final Settings.Limits limits;
    private final Instant saidAt;

    /** Everything counts as said at one moment. */
    ConversationReading(Reader reader, Settings.Limits limits, Instant saidAt) {
        this.reader = reader;
        this.limits = limits;
        this.saidAt = saidAt;
    }

    /** The first message whose text is longer than the worker would take. */
    OptionalInt tooLong(List<Said> conversation) {
        return IntStream.range(0, conversation.size())
                .filter(i -> isTooLong(conversation.get(i).content()))
                .findFirst();
    }

    /** What the conversation teaches, in its order. */
    List<Learned> read(List<Said> conversation) {
        var turns = new ArrayList<Turn>();
        var learned = new ArrayList<Learned>();
        for (int i = 0; i < conversation.size(); i++) {
            var turn = turn(i, conversation.get(i));
            if (turn.role() == Role.USER) {
                var before = turns.subList(Math.max(0, i - limits.contextTurns()), i);
                for (var observation : reader.read(turn, new Context(before)).observations()) {
                    learned.add(new Learned(i, observation));
                }
            }
            turns.add(turn);
        }
        return learned;
    }

    private Turn turn(int index, Said said) {
        var id = String.valueOf(index);
        return new Turn(
                NOBODY,
                said.role(),
                said.content(),
                null,
                new Source(id, NOBODY, id, saidAt, null, null));
    }

    private boolean isTooLong(String content) {
        return content.length() > limits.textBytes() / 3
                && content.getBytes(StandardCharsets.UTF_8).length > limits.textBytes();
    }
}
