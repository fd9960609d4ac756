package gleaner.config;

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
            Map.of(
                    "bootstrap.servers", "set kafka.bootstrap-servers instead",
                    "group.id", "set kafka.group-id instead",
                    "session.timeout.ms", "set kafka.session-timeout instead",
                    "enable.auto.commit", "positions are kept in the database",
                    "auto.offset.reset", "set kafka.initial-position instead",
                    "key.deserializer", "records are read as bytes",
                    "value.deserializer", "records are read as bytes");

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
