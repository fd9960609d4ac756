package gleaner.faults;

import gleaner.cycle.Effect;
import gleaner.event.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that stands in the log, and what it must do to the memory.
 *
 * @param event absent where the record is none of a {@link Workload}
 */
record Delivery(SourceRecord record, @Nullable WorkloadEvent event, Effect effect) {

    /** How to call it in a report. */
    String name() {
        return event == null ? record.partition() + "/" + record.offset() : event.eventId();
    }

    /** What stands in the record. */
    String text() {
        return event == null ? name() : event.json();
    }

    /** An event that the reader must know, and does not: with such, an oracle would be blind. */
    boolean isMisread() {
        return event != null
                && event.teaches()
                && switch (effect) {
                    case Effect.Learned learned -> learned.observations().isEmpty();
                    case Effect.Revised revised -> revised.observations().isEmpty();
                    case Effect.ConversationForgotten _,
                            Effect.Forgotten _,
                            Effect.Dead _,
                            Effect.Passed _ ->
                            false;
                };
    }
}
