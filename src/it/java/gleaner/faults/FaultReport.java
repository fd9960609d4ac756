package gleaner.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of all faults: each trial puts its row there when it ends, in the place of the one that
 * it had. The long suite writes {@code docs/FAULTS.md}, the short one a file of the build.
 */
final class FaultReport {
    private static final String HEAD =
            """
            # What was done to the worker, and what came of it

            Written by the long fault suite, each row by its test when it ends. Lost: events that
            were not applied; doubled: events that were applied more than once; recovery: from a
            fault until all partitions that had work left moved again, the median and the worst of
            all rounds. The seed repeats the run:

                mvn verify -DskipUnitTests -Dit.test='gleaner.faults.*IT' -Dfaults=long -Dfaults.seed=SEED

            | fault | rounds | events | lost | doubled | recovery | memory | seed |
            |---|---:|---:|---:|---:|---:|---|---:|
            """;

    /**
     * A line of the table.
     *
     * @param recovery in words
     * @param memory whether the memory was the one that it had to be
     */
    record Row(
            String fault,
            int rounds,
            int events,
            String lost,
            String doubled,
            String recovery,
            String memory,
            Seed seed) {

        private String line() {
            return "| %s | %,d | %,d | %s | %s | %s | %s | %s |"
                    .formatted(
                            fault, rounds, events, lost, doubled, recovery, memory, seed.value());
        }
    }

    private FaultReport() {}

    private static Path file() {
        return switch (Size.chosen()) {
            case LONG -> Path.of("docs", "FAULTS.md");
            case SHORT -> Path.of("target", "faults", "FAULTS.md");
        };
    }

    static synchronized void put(Row row) {
        try {
            var file = file();
            var rows = read(file);
            rows.put(row.fault(), row.line());
            Files.createDirectories(file.getParent());
            Files.writeString(file, HEAD + String.join("\n", rows.values()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var rows = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        lines.stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| fault |"))
                .forEach(line -> rows.put(line.split(" \\| ", 2)[0].substring(2), line));
        return rows;
    }
}
