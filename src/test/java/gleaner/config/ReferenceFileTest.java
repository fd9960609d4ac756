package gleaner.config;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Kind.Raw;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code config/gleaner.yaml} is the reference, the defaults, and in step with the catalogue. */
class ReferenceFileTest {
    private static final String HEAD =
            """
            # All settings, with their defaults. A file given with --config needs only what it changes.
            # Environment variables stand over both: kafka.group-id is GLEANER_KAFKA_GROUP_ID.
            # In brackets is what is allowed. A duration or a size is a whole number with its unit.
            """;
    private static final String PROPERTIES =
            """

              # more properties of the Kafka client, such as security.protocol: SASL_SSL
              # (or GLEANER_KAFKA_PROPERTIES_SECURITY_PROTOCOL), for security above all
              properties: {}
            """;

    @Test
    void everySettingStandsInTheFileWithWhatTheCatalogueSaysOfIt() {
        assertThat(SettingsLoader.defaults()).isEqualTo(rendered());
    }

    @Test
    void theDefaultsAreAccepted() {
        assertThat(SettingsLoader.load(Optional.empty(), Map.of()))
                .isInstanceOf(Loading.Loaded.class);
    }

    private static String rendered() {
        var defaults =
                YamlLayer.read("defaults", SettingsLoader.defaults()).given().stream()
                        .collect(Collectors.toMap(Given::name, Given::raw));
        var text = new StringBuilder(HEAD);
        var section = "";
        for (var setting : Catalogue.ALL) {
            var parts = setting.name().split("\\.", 2);
            if (!parts[0].equals(section)) {
                text.append(section.equals("kafka") ? PROPERTIES : "");
                section = parts[0];
                text.append("\n").append(section).append(":\n");
            } else {
                text.append("\n");
            }
            text.append(comment(setting))
                    .append("  ")
                    .append(parts[1])
                    .append(":")
                    .append(value(defaults.getOrDefault(setting.name(), new Raw.Text(""))))
                    .append("\n");
        }
        return text.toString();
    }

    private static String comment(Setting<?> setting) {
        return "  # %s [%s]\n".formatted(setting.purpose(), setting.kind().allowed());
    }

    private static String value(Raw raw) {
        return switch (raw) {
            case Raw.Text(var text) -> text.isEmpty() ? "" : " " + text;
            case Raw.Listed(var texts) ->
                    texts.stream().collect(Collectors.joining(", ", " [", "]"));
        };
    }
}
