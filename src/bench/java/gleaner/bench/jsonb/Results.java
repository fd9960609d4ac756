package gleaner.bench.jsonb;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All that a run came to, so far.
 *
 * @param missing cells that were meant to be measured and were not yet
 * @param roundTrip what a query for nothing takes a caller
 */
record Results(
        LocalDate day,
        String size,
        String machine,
        Spread roundTrip,
        List<CellResult> cells,
        List<Cell> missing,
        Cell hotCell,
        List<HotBench.Row> hot) {
    Results {
        cells = cells.stream().sorted(Comparator.comparing(CellResult::cell)).toList();
        missing = missing.stream().sorted().toList();
        hot = List.copyOf(hot);
    }
}
