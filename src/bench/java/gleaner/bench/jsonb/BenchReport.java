package gleaner.bench.jsonb;

import java.util.stream.Collectors;

/** The results as {@code docs/BENCH-jsonb.md}. */
final class BenchReport {
    private BenchReport() {}

    static String of(Results results) {
        var claims = new ClaimTable(results.cells());
        return """
        # TEXT cast against native JSONB

        Written by `./gleaner bench jsonb --size %1$s` on %2$s; not to be edited. What follows from it for the indexes stands in
        [RATIONALE.md](../RATIONALE.md).

        %3$s. A query for nothing takes a caller %4$s, which is in every time.

        Three tables hold the same users and documents: TEXT without an index on the preferences, as the older worker left it;
        TEXT with the measured index over the cast (`preferences::jsonb`); and JSONB with that index. Their statements run in
        turn, in one session; who begins changes with every round. Times are medians, as a caller meets them: sent, planned, executed, all
        rows received. Ratios are made round by round; given are their median and, in brackets, the middle half. Warm-up rounds do not count.
        Commits do not wait for the disk, which is the same for both types and would hide them. Images of full pages are not in
        the WAL, no vacuum runs meanwhile, and no query runs in parallel. The table's CHECK constraints are left out. Where an index is not used by the plan,
        nothing is timed: it is as without one.

        ## Does "10 to 50 times faster, below 1 ms" hold?

        Counted over all cells; faster is TEXT without an index against JSONB with the index, and the limit is on the JSONB side.

        %5$s
        How many times as fast, and what JSONB takes; bold where it is at least 10 times faster and below 1 ms, – where the index is
        not used.

        %6$s
        ## The cells

        Left out: %7$s
        %11$s

        %8$s
        ## Updates that leave the indexes alone (HOT)

        2,000 updates, one user each, of %9$s. A touch sets `last_active`, which no index knows.

        %10$s\
        """
                .formatted(
                        results.size(),
                        results.day(),
                        results.machine(),
                        Figures.millis(results.roundTrip().median()),
                        claims.words(),
                        claims.table(),
                        Size.LEFT_OUT,
                        results.cells().stream()
                                .map(cell -> new CellTables(cell).text())
                                .collect(Collectors.joining("\n")),
                        results.hotCell().title(),
                        hot(results),
                        missing(results))
                .replaceAll("(?m)[ \\t]+$", "");
    }

    private static String missing(Results results) {
        return results.missing().isEmpty()
                ? ""
                : "The run was broken off before: "
                        + results.missing().stream()
                                .map(Cell::title)
                                .collect(Collectors.joining(", "))
                        + ".\n";
    }

    private static MarkdownTable hot(Results results) {
        var table =
                new MarkdownTable(1, "index", "fillfactor", "type", "merges HOT", "touches HOT");
        results.hot()
                .forEach(row ->
                        table.row(
                                row.access().title(),
                                row.fillFactor() + " %",
                                row.side() == Side.JSONB ? "JSONB" : "TEXT",
                                Figures.percent(row.merges()),
                                Figures.percent(row.touches())));
        return table;
    }
}
