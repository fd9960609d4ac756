package gleaner.config;

import gleaner.config.Kind.Raw;
import java.util.List;
import java.util.Optional;

/** Tells settings from sections, and both from what is neither. */
final class KnownNames {
    private static final List<String> NAMES = Catalogue.ALL.stream().map(Setting::name).toList();

    private KnownNames() {}

    /** What is wrong with the name of a setting that somebody gave. */
    static Optional<Problem> check(Given one) {
        if (NAMES.contains(one.name()) || KafkaProperties.isOne(one)) {
            return Optional.empty();
        }
        if (isSection(one.name())) {
            return one.raw().equals(new Raw.Text(""))
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(
                                    one.name(),
                                    one.origin(),
                                    "a section with settings of its own, which takes no value"));
        }
        return Optional.of(
                Problem.unknown(
                        one.name(), one.origin(), NearMiss.of(one.name(), NAMES).orElse(null)));
    }

    private static boolean isSection(String name) {
        return name.equals(Catalogue.KAFKA_PROPERTIES)
                || NAMES.stream().anyMatch(n -> n.startsWith(name + "."));
    }
}
