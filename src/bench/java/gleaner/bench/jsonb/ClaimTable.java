package gleaner.bench.jsonb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where "10 to 50 times faster and below 1 ms" holds, and where it does not. */
final class ClaimTable {
    private final List<CellResult> cells;

    ClaimTable(List<CellResult> cells) {
        this.cells = cells;
    }

    /** A row for each operation with each index that serves it, a column for each cell. */
    String table() {
        var head = new ArrayList<>(List.of("operation", "index"));
        cells.forEach(cell -> head.add(cell.cell().title()));
        var table = new MarkdownTable(2, head.toArray(String[]::new));
        for (var operation : Operation.values()) {
            for (var access : Access.values()) {
                var row = new ArrayList<>(List.of(operation.title(), access.title()));
                cells.forEach(cell -> row.add(cell.of(access, operation).map(this::of).orElse("")));
                if (row.stream().skip(2).anyMatch(text -> !text.isEmpty() && !text.equals("–"))) {
                    table.row(row.toArray(String[]::new));
                }
            }
        }
        return table.toString();
    }

    private String of(Measured measured) {
        return measured.claimed()
                .map(ratio -> {
                    var text =
                            "%s× · %s"
                                    .formatted(
                                            Figures.digits(ratio.median()),
                                            Figures.millis(
                                                    measured.rounds()
                                                            .orElseThrow()
                                                            .of(Side.JSONB)
                                                            .median()));
                    return measured.verdict().filter(Verdict::isKept).isPresent()
                            ? "**" + text + "**"
                            : text;
                })
                .orElse("–");
    }

    /** The same in words, counted by what kind of access it is. */
    String words() {
        var table =
                new MarkdownTable(
                        1,
                        Stream.concat(
                                        Stream.of("", "measured"),
                                        Stream.of(Verdict.values()).map(Verdict::words))
                                .toArray(String[]::new));
        count("merges, whatever the index", Operation::isMerge, table, false, true);
        count(
                "look-ups by what is in the document, through an index",
                Operation::isSearch,
                table,
                true,
                false);
        count(
                "look-ups by what is in the document, without an index",
                Operation::isSearch,
                table,
                false,
                false);
        count("a user's value, found by id", o -> o == Operation.CAST, table, false, false);
        return table.toString();
    }

    private void count(
            String title,
            Predicate<Operation> operations,
            MarkdownTable table,
            boolean indexed,
            boolean all) {
        Map<Verdict, Long> counts =
                cells.stream()
                        .flatMap(cell -> cell.measured().stream())
                        .filter(m -> operations.test(m.operation()))
                        .filter(m -> all || indexed == (m.access() != Access.NONE))
                        .map(Measured::verdict)
                        .flatMap(Optional::stream)
                        .collect(
                                Collectors.groupingBy(
                                        verdict -> verdict, TreeMap::new, Collectors.counting()));
        var cellsOfRow = new ArrayList<>(List.of(title));
        cellsOfRow.add(Long.toString(counts.values().stream().mapToLong(Long::longValue).sum()));
        for (var verdict : Verdict.values()) {
            cellsOfRow.add(Objects.toString(counts.get(verdict), "0"));
        }
        table.row(cellsOfRow.toArray(String[]::new));
    }
}
