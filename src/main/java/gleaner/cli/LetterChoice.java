package gleaner.cli;

import gleaner.postgres.statement.SelectDeadLetters.Which;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --topic}, {@code --partition} and {@code --error}: which dead letters are meant. */
final class LetterChoice {
    @Option(names = "--topic", paramLabel = "NAME", description = "Only of this topic.")
    private @Nullable String topic;

    @Option(
            names = "--partition",
            paramLabel = "N",
            description = "Only of the partition of this number.")
    private @Nullable Integer partition;

    @Option(names = "--error", paramLabel = "CLASS", description = "Only of this error class.")
    private @Nullable String errorClass;

    Which which() {
        return new Which(topic, partition, errorClass);
    }

    /** For the audit. */
    void addTo(JsonObject arguments) {
        if (topic != null) {
            arguments.put("topic", topic);
        }
        if (partition != null) {
            arguments.put("partition", partition);
        }
        if (errorClass != null) {
            arguments.put("error", errorClass);
        }
    }
}
