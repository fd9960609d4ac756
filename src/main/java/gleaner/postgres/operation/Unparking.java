package gleaner.postgres.operation;

import gleaner.event.Partition;
import gleaner.postgres.statement.MovePositions;
import gleaner.postgres.statement.MovePositions.Move;
import gleaner.postgres.statement.SelectProgress;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets parked partitions go on, each from where somebody decided. Those that are not parked stay as
 * they are.
 */
public final class Unparking implements Change<List<Moved>> {
    private final Map<Partition, Move> moves;

    /**
     * @param moves where each partition is to go on, if it is parked
     */
    public Unparking(Map<Partition, Move> moves) {
        this.moves = Map.copyOf(moves);
    }

    @Override
    public Future<List<Moved>> make(SqlConnection connection) {
        return SelectProgress.locked(connection, moves.keySet())
                .compose(rows -> {
                    var parked = rows.stream().filter(row -> row.parked() != null).toList();
                    return MovePositions.run(
                                    connection,
                                    parked.stream().map(row -> move(row.partition())).toList())
                            .map(
                                    parked.stream()
                                            .map(row ->
                                                    new Moved(
                                                            row, move(row.partition()).position()))
                                            .toList());
                });
    }

    private Move move(Partition partition) {
        return Objects.requireNonNull(moves.get(partition));
    }

    @Override
    public Map<String, Long> counts(List<Moved> moved) {
        return Map.of("partitions", (long) moved.size());
    }
}
