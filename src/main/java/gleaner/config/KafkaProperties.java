package gleaner.config;

import static java.util.Map.entry;

import gleaner.config.Kind.Raw;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The properties that are passed on to the Kafka client as they are; their values stay unseen. */
final class KafkaProperties {
    private static final String PREFIX = Catalogue.KAFKA_PROPERTIES + ".";

    /** What the worker's guarantees stand on, and where it is set instead, if anywhere. */
    private static final Map<String, String> RESERVED =
            Map.ofEntries(
                    entry("bootstrap.servers", "set kafka.bootstrap-servers instead"),
                    entry("group.id", "set kafka.group-id instead"),
                    entry("session.timeout.ms", "set kafka.session-timeout instead"),
                    entry("max.poll.records", "set kafka.buffer-records instead"),
                    entry("fetch.max.bytes", "set kafka.buffer-bytes instead"),
                    entry("max.partition.fetch.bytes", "set kafka.buffer-bytes instead"),
                    entry("enable.auto.commit", "positions are kept in the database"),
                    entry("auto.offset.reset", "set kafka.initial-position instead"),
                    entry("isolation.level", "records of aborted transactions are not read"),
                    entry("group.protocol", "the worker must hear of a rebalance in time"),
                    entry("partition.assignment.strategy", "all replicas must agree on it"),
                    entry("allow.auto.create.topics", "a mistyped topic must not come to be"),
                    entry("interceptor.classes", "records are read as they stand in the log"),
                    entry("key.deserializer", "records are read as bytes"),
                    entry("value.deserializer", "records are read as bytes"));

    private KafkaProperties() {}

    static boolean isOne(Given given) {
        return given.name().startsWith(PREFIX);
    }

    /** The properties by their own names. */
    static Map<String, String> of(Collection<Given> given) {
        var properties = new TreeMap<String, String>();
        for (var one : given) {
            if (isOne(one) && one.raw() instanceof Raw.Text(var text)) {
                properties.put(nameOf(one), text);
            }
        }
        return properties;
    }

    static List<Problem> problems(Collection<Given> given) {
        return given.stream()
                .filter(KafkaProperties::isOne)
                .flatMap(one -> problems(one).stream())
                .toList();
    }

    private static List<Problem> problems(Given one) {
        var reserved = RESERVED.get(nameOf(one));
        if (reserved != null) {
            return List.of(
                    new Problem(
                            one.name(), one.origin(), "the worker sets it itself: " + reserved));
        }
        return one.raw() instanceof Raw.Listed
                ? List.of(
                        new Problem(
                                one.name(),
                                one.origin(),
                                "a list; allowed is one text, separated by commas"))
                : List.of();
    }

    private static String nameOf(Given one) {
        return one.name().substring(PREFIX.length());
    }
}
