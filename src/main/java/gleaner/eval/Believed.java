package gleaner.eval;

import gleaner.eval.Labelled.Message;
import gleaner.event.Role;
import gleaner.extract.Context;
import gleaner.extract.Reader;
import gleaner.extract.Turn;
import gleaner.memory.Observation;
import gleaner.memory.Relation.Cardinality;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is believed of a user at the end of a conversation: each message is read in its context, and
 * what a later one says takes the place of what an earlier one said, as in the memory.
 */
final class Believed {
    private static final String SOMEBODY = "eval";

    /** Turns of context, as the worker has them by its own settings. */
    private static final int CONTEXT = 6;

    private final Reader reader;
    private final List<Observation> believed = new ArrayList<>();

    private Believed(Reader reader) {
        this.reader = reader;
    }

    static List<Observation> atTheEnd(List<Message> said, Reader reader) {
        var reading = new Believed(reader);
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < said.size(); i++) {
            var turn = turn(i, said.get(i));
            var before = turns.subList(Math.max(0, i - CONTEXT), i);
            if (turn.role() == Role.USER) {
                reading.read(turn, new Context(before));
            }
            turns.add(turn);
        }
        return reading.believed;
    }

    private static Turn turn(int index, Message message) {
        var id = String.valueOf(index);
        var saidAt = Instant.EPOCH.plusSeconds(index);
        var source = new Source(id, SOMEBODY, id, saidAt, null, null);
        return new Turn(SOMEBODY, message.role(), message.text(), null, source);
    }

    private void read(Turn turn, Context context) {
        var observations = reader.read(turn, context).observations();
        for (var observation : observations) {
            believed.removeIf(earlier -> isReplaced(earlier, observation));
        }
        for (var observation : observations) {
            if (observation.statement() instanceof Statement.Fact || isHeld(observation)) {
                believed.add(observation);
            }
        }
    }

    /** Nobody holds a wish that is called off, or told as past. */
    private static boolean isHeld(Observation wish) {
        return !wish.denied() && wish.temporal() != Temporal.PAST;
    }

    private static boolean isReplaced(Observation earlier, Observation later) {
        if (!earlier.slot().equals(later.slot())
                || !earlier.strandKey().equals(later.strandKey())
                || later.temporal() != Temporal.CURRENT
                || earlier.temporal() != Temporal.CURRENT) {
            return false;
        }
        boolean sameValue = earlier.valueKey().equals(later.valueKey());
        return later.denied() ? sameValue : sameValue || isSingle(later);
    }

    private static boolean isSingle(Observation observation) {
        return !(observation.statement() instanceof Statement.Fact(var relation, var _))
                || relation.cardinality() == Cardinality.ONE
                || relation.isAttitude();
    }
}
