package gleaner.cli;

import gleaner.event.Partition;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --topic} and {@code --partition}: which partitions a command is about; otherwise all. */
final class PartitionChoice {
    @Option(names = "--topic", paramLabel = "NAME", description = "Only partitions of this topic.")
    private @Nullable String topic;

    @Option(
            names = "--partition",
            paramLabel = "N",
            description = "Only the partition of this number.")
    private @Nullable Integer number;

    /** Those of the partitions that are meant; it is wrong to mean none. */
    SortedSet<Partition> of(Collection<Partition> known) {
        var chosen = new TreeSet<Partition>();
        known.stream().filter(this::isMeant).forEach(chosen::add);
        if (chosen.isEmpty()) {
            throw new WrongCall("there is no such partition" + among(known));
        }
        return chosen;
    }

    boolean isMeant(Partition partition) {
        return (topic == null || topic.equals(partition.topic()))
                && (number == null || number == partition.number());
    }

    /** For the audit. */
    void addTo(JsonObject arguments) {
        if (topic != null) {
            arguments.put("topic", topic);
        }
        if (number != null) {
            arguments.put("partition", number);
        }
    }

    private static String among(Collection<Partition> known) {
        return known.isEmpty() ? ": the topics do not exist" : "; there are " + known;
    }
}
