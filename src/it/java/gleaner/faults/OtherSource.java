package gleaner.faults;

import gleaner.cycle.RecordSource;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A source of records that passes everything on; tests change what they are about. */
abstract class OtherSource implements RecordSource {
    private final RecordSource source;

    OtherSource(RecordSource source) {
        this.source = source;
    }

    @Override
    public Future<Void> open(AssignmentListener listener) {
        return source.open(listener);
    }

    @Override
    public Future<List<SourceRecord>> poll() {
        return source.poll();
    }

    @Override
    public Future<Map<Partition, LogBounds>> bounds(Set<Partition> partitions) {
        return source.bounds(partitions);
    }

    @Override
    public Future<Void> start(Map<Partition, Long> offsets) {
        return source.start(offsets);
    }

    @Override
    public void pause(Set<Partition> partitions) {
        source.pause(partitions);
    }

    @Override
    public void resume(Set<Partition> partitions) {
        source.resume(partitions);
    }

    @Override
    public void report(Map<Partition, Long> positions) {
        source.report(positions);
    }

    @Override
    public Future<Void> close() {
        return source.close();
    }
}
