package gleaner.bench.jsonb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How much is measured. */
enum Size {
    /** Whether all of it works: a minute. */
    SMALL(Path.of("target", "bench", "BENCH-jsonb.md"), Duration.ofMillis(60)) {
        @Override
        List<Cell> cells() {
            return List.of(new Cell(164, Documents.BYTES_200), new Cell(2_000, Documents.KB_1));
        }
    },
    /** What the committed table holds: half an hour, and some 15 GB of disk while it runs. */
    FULL(Path.of("docs", "BENCH-jsonb.md"), Duration.ofMillis(400)) {
        @Override
        List<Cell> cells() {
            return List.of(
                    new Cell(10_000, Documents.KB_1),
                    new Cell(164, Documents.KB_1),
                    new Cell(MANY, Documents.BYTES_200),
                    new Cell(10_000, Documents.BYTES_200),
                    new Cell(10_000, Documents.KB_4),
                    new Cell(164, Documents.BYTES_200),
                    new Cell(164, Documents.KB_4),
                    new Cell(164, Documents.KB_16),
                    new Cell(10_000, Documents.KB_16),
                    new Cell(MANY, Documents.KB_1));
        }
    };

    /** Why some cells are missing. */
    static final String LEFT_OUT =
            """
            1,000,000 users with documents of 4 kB and of 16 kB: three tables of 4 to 16 GB, and
            GIN indexes with 100 to 500 million entries, take hours to build and to scan; what size alone does is seen at 10,000 users, what
            number alone does at 0.2 and 1 kB. With 1,000,000 users and 1 kB only the indexes that answer `?`, as the seed has it and as the migrations make it.
            With all indexes together only the merges: its look-ups are those of its parts.\
            """;

    private static final int MANY = 1_000_000;

    private final Path file;
    private final Duration budget;

    Size(Path file, Duration budget) {
        this.file = file;
        this.budget = budget;
    }

    /** The most telling ones first: a run may be broken off. */
    abstract List<Cell> cells();

    /** What is measured in a cell: all, where that takes minutes and not an hour. */
    static List<Access> accesses(Cell cell) {
        return cell.users() == MANY && cell.documents() != Documents.BYTES_200
                ? List.of(Access.NONE, Access.GIN, Access.GIN_SHORT_LIST)
                : List.of(Access.values());
    }

    /** Where the result goes, from the folder of the project. */
    Path file() {
        return file;
    }

    /** For each operation with each index. */
    Duration budget() {
        return budget;
    }

    /** Enough rows for a page to be met more than once, few enough for a minute. */
    Cell ofHot() {
        return new Cell(this == FULL ? 10_000 : 1_000, Documents.KB_1);
    }
}
