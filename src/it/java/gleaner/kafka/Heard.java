package gleaner.kafka;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import java.util.List;
import java.util.Set;

/** What a source told its caller, one thing after the other. */
sealed interface Heard {
    record Assigned(Set<Partition> partitions) implements Heard {}

    /** The listener was told, and the source waits. */
    record Revoking(Set<Partition> partitions) implements Heard {}

    record Lost(Set<Partition> partitions) implements Heard {}

    record Polled(List<SourceRecord> records) implements Heard {}

    record Failed(Throwable failure) implements Heard {}
}
