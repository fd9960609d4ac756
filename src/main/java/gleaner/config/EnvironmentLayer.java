package gleaner.config;

import gleaner.config.Kind.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings among the environment variables: {@code GLEANER_...}. */
final class EnvironmentLayer {
    private static final Map<String, String> NAMES =
            Catalogue.ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(Setting::variable, Setting::name));
    private static final String PROPERTIES = Setting.variable(Catalogue.KAFKA_PROPERTIES);

    /** What Kubernetes sets in every container beside a service called gleaner or gleaner-x. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(
                    "GLEANER_(\\w+_)?(SERVICE_(HOST|PORT(_\\w+)?)"
                            + "|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    private EnvironmentLayer() {}

    static Layer read(Map<String, String> environment) {
        var given = new ArrayList<Given>();
        var problems = new ArrayList<Problem>();
        new TreeMap<>(environment)
                .tailMap(Setting.PREFIX)
                .forEach((variable, value) ->
                        settingOf(variable)
                                .ifPresentOrElse(
                                        name ->
                                                given.add(
                                                        new Given(
                                                                name,
                                                                new Raw.Text(value),
                                                                variable)),
                                        () -> problems.addAll(unknown(variable))));
        return new Layer(given, problems);
    }

    private static Optional<String> settingOf(String variable) {
        return variable.startsWith(PROPERTIES + "_")
                ? Optional.of(Catalogue.KAFKA_PROPERTIES + "." + property(variable))
                : Optional.ofNullable(NAMES.get(variable));
    }

    /** The properties of Kafka's clients are lower case and dotted, all of them. */
    private static String property(String variable) {
        return variable.substring(PROPERTIES.length() + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    private static List<Problem> unknown(String variable) {
        if (!variable.startsWith(Setting.PREFIX) || SERVICE_LINK.matcher(variable).matches()) {
            return List.of();
        }
        return List.of(
                variable.equals(PROPERTIES)
                        ? new Problem(
                                Catalogue.KAFKA_PROPERTIES,
                                variable,
                                "each property has a variable of its own, such as "
                                        + PROPERTIES
                                        + "_SECURITY_PROTOCOL")
                        : Problem.unknown(
                                variable,
                                "environment",
                                NearMiss.of(variable, NAMES.keySet()).orElse(null)));
    }
}
