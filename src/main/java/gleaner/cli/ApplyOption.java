package gleaner.cli;

import gleaner.postgres.operation.Order;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Option;

/** {@code --apply}: without it, whatever a command would change is tried and rolled back. */
final class ApplyOption {
    private static final String UNKNOWN = "unknown";

    @Option(
            names = "--apply",
            description = {
                "Does it. Otherwise everything is tried and rolled back, and what is shown is what",
                "would have been done."
            })
    private boolean apply;

    boolean isGiven() {
        return apply;
    }

    /**
     * The order as the audit will tell it.
     *
     * @param arguments without personal data
     */
    Order order(String command, JsonObject arguments) {
        return new Order(command, arguments, System.getProperty("user.name", UNKNOWN), apply);
    }
}
