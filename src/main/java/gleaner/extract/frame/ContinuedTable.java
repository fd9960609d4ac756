package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import java.util.List;

/** How the assistant speaks of what it takes to go on. Immutable; shared by threads. */
record ContinuedTable(List<Continuing> all) {
    /** What must be said for an answer to mean something. */
    enum Says {
        GOING,
        STILL,
        PRESUMED
    }

    /**
     * A way of speaking of it.
     *
     * @param wording with what goes on as its slot
     */
    record Continuing(List<Part> wording, Says says) {}

    static ContinuedTable load(Table table) {
        return new ContinuedTable(
                table.rows().stream()
                        .map(row ->
                                new Continuing(
                                        row.words(0).stream()
                                                .map(part -> FrameTable.part(row, part))
                                                .toList(),
                                        row.constant(Says.class, 1)))
                        .toList());
    }
}
