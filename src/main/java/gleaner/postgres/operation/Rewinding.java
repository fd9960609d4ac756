package gleaner.postgres.operation;

import gleaner.event.Partition;
import gleaner.postgres.statement.MovePositions;
import gleaner.postgres.statement.MovePositions.Move;
import gleaner.postgres.statement.PartitionProgress;
import gleaner.postgres.statement.SelectProgress;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sets positions back, so that what follows them is read again. Those that stand at the place or
 * before it stay as they are, and so do parked ones: where to go on there is another decision.
 */
public final class Rewinding implements Change<List<Moved>> {
    private final Map<Partition, Move> moves;

    /**
     * @param moves where each partition is to go back to
     */
    public Rewinding(Map<Partition, Move> moves) {
        this.moves = Map.copyOf(moves);
    }

    @Override
    public Future<List<Moved>> make(SqlConnection connection) {
        return SelectProgress.locked(connection, moves.keySet())
                .compose(rows -> {
                    var beyond = rows.stream().filter(this::isBeyond).toList();
                    return MovePositions.run(connection, beyond.stream().map(this::move).toList())
                            .map(
                                    beyond.stream()
                                            .map(row -> new Moved(row, move(row).position()))
                                            .toList());
                });
    }

    private boolean isBeyond(PartitionProgress row) {
        return row.parked() == null && row.position() > move(row).position();
    }

    private Move move(PartitionProgress row) {
        return Objects.requireNonNull(moves.get(row.partition()));
    }

    @Override
    public Map<String, Long> counts(List<Moved> moved) {
        return Map.of(
                "partitions",
                (long) moved.size(),
                "offsets",
                moved.stream().mapToLong(m -> m.before().position() - m.position()).sum());
    }
}
