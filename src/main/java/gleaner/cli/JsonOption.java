package gleaner.cli;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Option;

/** {@code --json}, and how results are written with it and without. */
final class JsonOption {
    @Option(names = "--json", description = "Writes JSON, for programs, instead of a table.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    /** Writes what was found: a table, or an array with an object a row. */
    void print(Report found, Surroundings surroundings) {
        if (json) {
            surroundings.out().println(found.json().encode());
        } else {
            found.lines().forEach(surroundings.out()::println);
        }
    }

    /** Writes what was changed, or would have been: {@code {"applied": ..., "changes": [...]}}. */
    void print(Report changes, boolean applied, Surroundings surroundings) {
        if (json) {
            surroundings
                    .out()
                    .println(
                            new JsonObject()
                                    .put("applied", applied)
                                    .put("changes", changes.json())
                                    .encode());
            return;
        }
        changes.lines().forEach(surroundings.out()::println);
        if (!applied) {
            surroundings.out().println("Nothing was changed: this was tried and rolled back.");
            surroundings.out().println("With --apply it is done.");
        }
    }
}
