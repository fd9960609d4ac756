package gleaner.cycle;

import gleaner.event.Partition;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A store in memory with the rules of the real one: epochs, compare-and-set, all or nothing. */
final class FakeStore implements MemoryStore {
    private final Map<Partition, Claim> rows = new TreeMap<>();
    private final List<Effect> applied = new ArrayList<>();
    private final List<Claim> released = new ArrayList<>();
    private final Set<Long> refusedOffsets = new HashSet<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<Partition, String> parked = new HashMap<>();
    private int claims;
    private boolean readsFail;

    /** What the next write suffers. */
    enum Fault {
        /** The database is away: nothing happens. */
        AWAY,
        /** The transaction commits, its reply is lost. */
        REPLY_LOST,
        /** Somebody else claims the last partition just before. */
        TAKEN_OVER
    }

    synchronized void next(Fault... some) {
        faults.addAll(List.of(some));
    }

    synchronized void failReads() {
        readsFail = true;
    }

    synchronized void refuse(long offset) {
        refusedOffsets.add(offset);
    }

    synchronized void park(Partition partition, String reason) {
        parked.put(partition, reason);
    }

    synchronized void startAt(Partition partition, long position) {
        rows.put(partition, new Claim(partition, 0, position, 0, null));
    }

    synchronized List<Effect> applied() {
        return List.copyOf(applied);
    }

    synchronized List<Claim> released() {
        return List.copyOf(released);
    }

    synchronized int claims() {
        return claims;
    }

    synchronized long position(Partition partition) {
        var row = rows.get(partition);
        return row == null ? -1 : row.position();
    }

    @Override
    public synchronized Future<Map<Partition, Claim>> claim(Collection<ClaimRequest> partitions) {
        claims++;
        var granted = new TreeMap<Partition, Claim>();
        for (var request : partitions) {
            var old = rows.get(request.partition());
            var epoch = old == null ? 1 : old.ownerEpoch() + 1;
            var position = old == null ? request.initialPosition() : old.position();
            var claim =
                    new Claim(
                            request.partition(),
                            epoch,
                            position,
                            0,
                            parked.get(request.partition()));
            rows.put(request.partition(), claim);
            granted.put(request.partition(), claim);
        }
        return Future.succeededFuture(granted);
    }

    @Override
    public synchronized Future<WriteOutcome> write(WriteBatch batch) {
        var fault = faults.poll();
        if (fault == Fault.AWAY) {
            return Future.succeededFuture(new WriteOutcome.Unavailable("08006", "away"));
        }
        if (fault == Fault.TAKEN_OVER) {
            takeOver(batch.advances().getLast().partition());
        }
        var outcome = apply(batch);
        return Future.succeededFuture(
                fault == Fault.REPLY_LOST
                        ? new WriteOutcome.Unavailable("08006", "reply lost")
                        : outcome);
    }

    private void takeOver(Partition partition) {
        rows.computeIfPresent(
                partition, (p, row) -> new Claim(p, row.ownerEpoch() + 1, row.position(), 0, null));
    }

    private WriteOutcome apply(WriteBatch batch) {
        for (var advance : batch.advances()) {
            var row = rows.get(advance.partition());
            if (row == null
                    || row.ownerEpoch() != advance.ownerEpoch()
                    || row.position() != advance.from()) {
                return new WriteOutcome.Fenced(Set.of(advance.partition()));
            }
        }
        var isRefused =
                batch.effects().stream()
                        .anyMatch(e ->
                                refusedOffsets.contains(e.offset()) && !(e instanceof Effect.Dead));
        if (isRefused) {
            return new WriteOutcome.Refused("22P05", "refused");
        }
        applied.addAll(batch.effects());
        for (var advance : batch.advances()) {
            rows.computeIfPresent(
                    advance.partition(),
                    (p, row) -> new Claim(p, row.ownerEpoch(), advance.to(), 0, null));
        }
        return new WriteOutcome.Committed(0, 0, 0);
    }

    @Override
    public synchronized Future<Map<Partition, Claim>> read(Set<Partition> partitions) {
        if (readsFail) {
            return Future.failedFuture("away");
        }
        var found = new TreeMap<>(rows);
        found.keySet().retainAll(partitions);
        return Future.succeededFuture(found);
    }

    @Override
    public synchronized Future<Void> release(Collection<Claim> claims) {
        released.addAll(claims);
        return Future.succeededFuture();
    }
}
