package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures one cell with one index after the other. */
final class CellBench {
    private static final String ANALYZE = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ";

    private final Connection connection;
    private final Cell cell;
    private final List<Access> accesses;
    private final Duration budget;

    /** A merge of what is there already leaves the indexes alone: each round has another patch. */
    private final AtomicInteger numbers = new AtomicInteger();

    private final Map<Operation, Explained> ofBare = new EnumMap<>(Operation.class);
    private final List<Measured> measured = new ArrayList<>();
    private final List<IndexSize> sizes = new ArrayList<>();

    /**
     * @param budget for each operation with each index
     */
    CellBench(Connection connection, Cell cell, List<Access> accesses, Duration budget) {
        this.connection = connection;
        this.cell = cell;
        this.accesses = List.copyOf(accesses);
        this.budget = budget;
    }

    /** Fills the tables and measures. */
    CellResult run() throws SQLException {
        Filling.fill(connection, cell);
        var stored = StoredSize.of(connection);
        for (var access : accesses) {
            with(access);
        }
        return new CellResult(cell, stored, measured, sizes);
    }

    private void with(Access access) throws SQLException {
        var indexes = new Indexes(connection, access);
        indexes.create();
        var built = new EnumMap<Side, Long>(Side.class);
        for (var side : List.of(Side.TEXT_SAME, Side.JSONB)) {
            built.put(side, indexes.size(side));
        }
        for (var operation : Operation.values()) {
            measure(access, operation);
        }
        sizes.add(new IndexSize(access, built, indexes.size(Side.JSONB)));
        indexes.drop();
    }

    private void measure(Access access, Operation operation) throws SQLException {
        if (!isNews(access, operation)) {
            measured.add(
                    new Measured(cell, access, operation, Optional.empty(), Map.of(), Map.of()));
            return;
        }
        var sides = sides(access);
        var duel = new Duel(connection, cell, operation, sides, numbers, budget);
        var plans = plans(operation, sides);
        var updates = Updates.from(connection);
        var rounds = duel.fight();
        measured.add(
                new Measured(
                        cell,
                        access,
                        operation,
                        Optional.of(rounds),
                        plans,
                        operation.isMerge()
                                ? written(operation, duel, updates, rounds)
                                : Map.of()));
    }

    /**
     * A look-up that does not go through the index is what it was without; all indexes are their
     * parts.
     */
    private boolean isNews(Access access, Operation operation) throws SQLException {
        if (access == Access.NONE || operation.isMerge()) {
            return true;
        }
        if (access == Access.SHIPPED) {
            return false;
        }
        return switch (operation) {
            case RARE_KEY_AFTERWARDS -> isMeasured(access, Operation.RARE_KEY);
            case CAST -> false;
            default -> plan("EXPLAIN (FORMAT JSON) ", operation, Side.JSONB).indexed();
        };
    }

    private boolean isMeasured(Access access, Operation operation) {
        return measured.stream()
                .anyMatch(m ->
                        m.access() == access
                                && m.operation() == operation
                                && m.rounds().isPresent());
    }

    /** Without an index both TEXT sides are one. */
    private static List<Side> sides(Access access) {
        return Arrays.stream(Side.values())
                .filter(side -> access != Access.NONE || side != Side.TEXT_SAME)
                .toList();
    }

    /** The side without an index has one plan, which is asked for once. */
    private Map<Side, Explained> plans(Operation operation, List<Side> sides) throws SQLException {
        var plans = new EnumMap<Side, Explained>(Side.class);
        for (var side : sides) {
            var known = side.isIndexed() ? null : ofBare.get(operation);
            plans.put(side, known != null ? known : plan(ANALYZE, operation, side));
        }
        ofBare.putIfAbsent(operation, Objects.requireNonNull(plans.get(Side.TEXT_BARE)));
        return plans;
    }

    private Explained plan(String explain, Operation operation, Side side) throws SQLException {
        return Explained.of(
                Sql.text(
                        connection,
                        explain + operation.sql(side),
                        operation.parameters(cell, numbers.getAndIncrement())));
    }

    private Map<Side, Written> written(
            Operation operation, Duel duel, Updates updates, Rounds rounds) throws SQLException {
        var users = rounds.count() * operation.merged(cell);
        var written = new EnumMap<Side, Written>(Side.class);
        for (var side : Side.values()) {
            if (rounds.has(side)) {
                written.put(
                        side,
                        new Written((double) duel.walBytes(side) / users, updates.hotShare(side)));
            }
        }
        return written;
    }
}
