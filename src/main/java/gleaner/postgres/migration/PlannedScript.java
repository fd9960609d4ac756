package gleaner.postgres.migration;

import java.util.List;

/**
 * A script that would be run.
 *
 * @param name its file under {@code migrations/}
 * @param statements each with the comments before it, without its semicolon
 */
public record PlannedScript(String name, List<String> statements) {
    public PlannedScript {
        statements = List.copyOf(statements);
    }
}
