package gleaner.bench.jsonb;

import java.util.Comparator;

/**
 * How much is measured with.
 *
 * @param users rows
 * @param documents their size
 */
record Cell(int users, Documents documents) implements Comparable<Cell> {
    private static final Comparator<Cell> BY_SIZE =
            Comparator.comparingInt(Cell::users).thenComparing(Cell::documents);

    Cell {
        if (users < 2) {
            throw new IllegalArgumentException("users must be 2 or more, not " + users);
        }
    }

    /** Places to live in; some ten users share each. */
    int towns() {
        return Math.max(2, users / 10);
    }

    @Override
    public int compareTo(Cell other) {
        return BY_SIZE.compare(this, other);
    }

    String title() {
        return "%,d × %s".formatted(users, documents.title());
    }
}
