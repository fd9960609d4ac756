package gleaner.bench.jsonb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the sides run one operation in turn, so that whatever else the machine does meets all of
 * them alike. Who begins changes from round to round.
 *
 * <p>Times are those of a caller: sent, planned, executed, all rows received.
 */
final class Duel {
    private static final int WARM_UP_ROUNDS = 10;
    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 200;

    private final Connection connection;
    private final Cell cell;
    private final Operation operation;
    private final List<Side> sides;
    private final AtomicInteger numbers;
    private final Duration budget;
    private final long warmUpEnd;
    private final Map<Side, Long> walBytes = new EnumMap<>(Side.class);
    private int turns;

    /**
     * The time for warming up begins here: of a slow statement, what was done to explain it will
     * do.
     *
     * @param numbers of rounds, none twice
     * @param budget beyond the least rounds, how long it may take
     */
    Duel(
            Connection connection,
            Cell cell,
            Operation operation,
            List<Side> sides,
            AtomicInteger numbers,
            Duration budget) {
        this.connection = connection;
        this.cell = cell;
        this.operation = operation;
        this.sides = List.copyOf(sides);
        this.numbers = numbers;
        this.budget = budget;
        this.warmUpEnd = System.nanoTime() + budget.toNanos() / 4;
    }

    Rounds fight() throws SQLException {
        while (turns < WARM_UP_ROUNDS && System.nanoTime() < warmUpEnd) {
            takeTurns();
        }
        walBytes.clear();
        var rounds = new ArrayList<Map<Side, Double>>();
        var end = System.nanoTime() + budget.toNanos();
        while (rounds.size() < LEAST_ROUNDS
                || (rounds.size() < MOST_ROUNDS && System.nanoTime() < end)) {
            rounds.add(takeTurns());
        }
        return new Rounds(rounds);
    }

    /** Of the rounds that counted, merges only. */
    long walBytes(Side side) {
        return walBytes.getOrDefault(side, 0L);
    }

    private Map<Side, Double> takeTurns() throws SQLException {
        var order = new ArrayList<>(sides);
        Collections.rotate(order, turns);
        var number = numbers.getAndIncrement();
        var millis = new EnumMap<Side, Double>(Side.class);
        for (var side : order) {
            millis.put(side, turn(side, number));
        }
        turns++;
        return millis;
    }

    private double turn(Side side, int number) throws SQLException {
        var parameters = operation.parameters(cell, number);
        try (var statement = connection.prepareStatement(operation.sql(side))) {
            Sql.bind(statement, parameters);
            var walBefore = operation.isMerge() ? wal() : 0;
            var start = System.nanoTime();
            exhaust(statement);
            var took = System.nanoTime() - start;
            if (operation.isMerge()) {
                walBytes.merge(side, wal() - walBefore, Long::sum);
            }
            return took / 1e6;
        }
    }

    private static void exhaust(PreparedStatement statement) throws SQLException {
        if (statement.execute()) {
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }

    private long wal() throws SQLException {
        return Sql.number(connection, "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }
}
