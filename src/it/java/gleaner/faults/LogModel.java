package gleaner.faults;

import gleaner.event.Partition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The log as the oracle knows it: which record stands where. */
final class LogModel {
    private final Map<Partition, TreeMap<Long, Delivery>> records = new TreeMap<>();

    LogModel(List<Delivery> deliveries) {
        for (var delivery : deliveries) {
            records.computeIfAbsent(delivery.record().partition(), p -> new TreeMap<>())
                    .put(delivery.record().offset(), delivery);
        }
    }

    Set<Partition> partitions() {
        return records.keySet();
    }

    /** Behind the last record of a partition that holds some. */
    long end(Partition partition) {
        var held = records.get(partition);
        return held == null ? 0 : held.lastKey() + 1;
    }

    /** What stands from the one offset to before the other. */
    Collection<Delivery> between(Partition partition, long from, long to) {
        var held = records.get(partition);
        return held == null || to <= from ? List.of() : List.copyOf(held.subMap(from, to).values());
    }
}
