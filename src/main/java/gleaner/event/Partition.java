package gleaner.event;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * A partition of a topic; ordered by topic, then number: the one global order in which partitions
 * are locked.
 */
public record Partition(String topic, int number) implements Comparable<Partition> {
    private static final Comparator<Partition> ORDER =
            comparing(Partition::topic).thenComparingInt(Partition::number);

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "-" + number;
    }
}
