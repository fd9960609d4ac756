package gleaner.cycle;

import gleaner.event.Partition;
import gleaner.memory.Observation;
import java.time.Instant;
import java.util.List;

/** What one record does to the memory. */
public sealed interface Effect {

    Partition partition();

    long offset();

    /** A message was read; it may have taught nothing. */
    record Learned(Partition partition, long offset, List<Observation> observations)
            implements Effect {
        public Learned {
            observations = List.copyOf(observations);
        }
    }

    /** A message was edited or deleted; an edit brings its own observations. */
    record Revised(
            Partition partition,
            long offset,
            MessageKey message,
            Revision revision,
            List<Observation> observations)
            implements Effect {
        public Revised {
            observations = List.copyOf(observations);
        }
    }

    /** A user is to be forgotten. */
    record Forgotten(Partition partition, long offset, String userId, Instant upTo)
            implements Effect {}

    /** What a user said in a conversation is to be forgotten. */
    record ConversationForgotten(
            Partition partition, long offset, ConversationKey conversation, Instant upTo)
            implements Effect {}

    /** The record could not be read, or not be stored. */
    record Dead(DeadLetter letter) implements Effect {
        @Override
        public Partition partition() {
            return letter.partition();
        }

        @Override
        public long offset() {
            return letter.offset();
        }
    }

    /** Nothing but a step of the position. */
    record Passed(Partition partition, long offset) implements Effect {}
}
