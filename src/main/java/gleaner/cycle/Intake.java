package gleaner.cycle;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Fetched records that wait to be read: bounded by its owner, who pauses the partitions while it is
 * full.
 */
final class Intake {
    private final Map<Partition, Queue> queues = new LinkedHashMap<>();
    private int records;
    private long bytes;

    /** What waits for one partition. */
    private static final class Queue {
        final Deque<SourceRecord> records = new ArrayDeque<>();
        long bytes;
    }

    void add(SourceRecord next) {
        var queue = queues.computeIfAbsent(next.partition(), p -> new Queue());
        queue.records.addLast(next);
        queue.bytes += next.size();
        records++;
        bytes += next.size();
    }

    /** Whether anything waits for this partition. */
    boolean holds(Partition partition) {
        return queues.containsKey(partition);
    }

    /** How many records wait for this partition. */
    int records(Partition partition) {
        var queue = queues.get(partition);
        return queue == null ? 0 : queue.records.size();
    }

    /** How many bytes they have. */
    long bytes(Partition partition) {
        var queue = queues.get(partition);
        return queue == null ? 0 : queue.bytes;
    }

    int records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    /** Forgets what waits for a partition that was taken away or starts again. */
    void purge(Partition partition) {
        var queue = queues.remove(partition);
        if (queue != null) {
            records -= queue.records.size();
            bytes -= queue.bytes;
        }
    }

    /**
     * The next batch of some partitions, one after the other, each in its order: an equal share for
     * each, so that a busy partition leaves room for the others, then what room is left. At least
     * one record if any waits, however large it is.
     */
    List<SourceRecord> take(int maxRecords, long maxBytes, Predicate<Partition> which) {
        var shares = new LinkedHashMap<Partition, List<SourceRecord>>();
        var room = new Room(maxRecords, maxBytes);
        var waiting = new ArrayDeque<Partition>();
        queues.keySet().stream().filter(which).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var partition = waiting.removeFirst();
            var queue = queues.get(partition);
            if (queue == null || !room.fits(queue.records.getFirst())) {
                continue;
            }
            shares.computeIfAbsent(partition, p -> new ArrayList<>())
                    .add(takeFirst(partition, queue));
            if (queues.containsKey(partition)) {
                waiting.addLast(partition);
            }
        }
        return shares.values().stream().flatMap(List::stream).toList();
    }

    private SourceRecord takeFirst(Partition partition, Queue queue) {
        var first = queue.records.removeFirst();
        queue.bytes -= first.size();
        bytes -= first.size();
        records--;
        if (queue.records.isEmpty()) {
            queues.remove(partition);
        }
        return first;
    }

    /** What a batch still holds. */
    private static final class Room {
        private final int maxRecords;
        private final long maxBytes;
        private int records;
        private long bytes;

        Room(int maxRecords, long maxBytes) {
            this.maxRecords = maxRecords;
            this.maxBytes = maxBytes;
        }

        boolean fits(SourceRecord next) {
            if (records > 0 && (records >= maxRecords || bytes + next.size() > maxBytes)) {
                return false;
            }
            records++;
            bytes += next.size();
            return true;
        }
    }
}
