package gleaner.cycle;

import gleaner.event.Partition;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in memory with the rules of the real one: epochs, compare-and-set, all or nothing. */
final class FakeStore implements MemoryStore {
    private final Map<Partition, Row> rows = new TreeMap<>();
    private final List<Long> probes = new ArrayList<>();
    private final List<Effect> applied = new ArrayList<>();
    private final List<Claim> released = new ArrayList<>();
    private final Set<Long> refusedOffsets = new HashSet<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int claims;
    private boolean readsFail;
    private boolean probesAreLate;
    private int inTime = Integer.MAX_VALUE;

    /** What is kept of a partition. */
    private static final class Row {
        long epoch;
        long position;
        long claimedAt;
        boolean clean = true;
        int deaths;
        @Nullable Long probe;
        @Nullable Long suspect;
        @Nullable String topicId;
        @Nullable String parked;

        Row(long position) {
            this.position = position;
        }

        void claim(String logsTopicId) {
            if (topicId != null && !topicId.equals(logsTopicId)) {
                parked = "recreated";
            }
            topicId = logsTopicId;
            claim();
        }

        void claim() {
            epoch++;
            deaths = deathsNow();
            suspect = clean ? null : probe == null ? suspect : probe;
            probe = null;
            claimedAt = position;
            clean = false;
        }

        private int deathsNow() {
            if (clean) {
                return 0;
            }
            if (probe != null) {
                return probe.equals(suspect) ? deaths + 1 : 3;
            }
            return position == claimedAt ? (deaths >= 2 ? deaths : deaths + 1) : 0;
        }

        void moveTo(long newPosition) {
            position = newPosition;
            deaths = 0;
            probe = null;
            suspect = null;
        }

        Claim granted(Partition partition) {
            return new Claim(
                    partition, epoch, position, new Suspicion(deaths, suspect, Set.of()), parked);
        }
    }

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

    /** Batches of more records take too long. */
    synchronized void isInTimeUpTo(int records) {
        inTime = records;
    }

    synchronized void failReads() {
        readsFail = true;
    }

    /** Somebody else claims the partition just before the next probe. */
    synchronized void takeOverBeforeProbe() {
        probesAreLate = true;
    }

    synchronized void refuse(long offset) {
        refusedOffsets.add(offset);
    }

    /** An operator lets a partition go on from here. */
    synchronized void goOnAt(Partition partition, long position) {
        var row = row(partition);
        row.parked = null;
        row.claim();
        row.clean = true;
        row.moveTo(position);
    }

    /** The same claim stands, at an earlier position: a standby that was behind took over. */
    synchronized void rewindTo(Partition partition, long position) {
        row(partition).moveTo(position);
    }

    synchronized void park(Partition partition, String reason) {
        rows.computeIfAbsent(partition, p -> new Row(0)).parked = reason;
    }

    synchronized void startAt(Partition partition, long position) {
        rows.put(partition, new Row(position));
    }

    synchronized List<Effect> applied() {
        return List.copyOf(applied);
    }

    /** Owners died here; the last of them, if a suspect is given, while it tried that record. */
    synchronized void died(Partition partition, int deaths, @Nullable Long suspect) {
        var row = rows.computeIfAbsent(partition, p -> new Row(0));
        row.clean = false;
        row.deaths = deaths;
        row.suspect = suspect;
        row.claimedAt = row.position;
    }

    synchronized List<Long> probes() {
        return List.copyOf(probes);
    }

    synchronized List<Claim> released() {
        return List.copyOf(released);
    }

    synchronized int claims() {
        return claims;
    }

    synchronized long position(Partition partition) {
        var row = rows.get(partition);
        return row == null ? -1 : row.position;
    }

    @Override
    public synchronized Future<Map<Partition, Claim>> claim(Collection<ClaimRequest> partitions) {
        claims++;
        var granted = new TreeMap<Partition, Claim>();
        for (var request : partitions) {
            var partition = request.partition();
            var row = rows.computeIfAbsent(partition, p -> new Row(request.initialPosition()));
            row.claim(request.topicId());
            granted.put(partition, row.granted(partition));
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
        if (batch.effects().size() > inTime) {
            return Future.succeededFuture(new WriteOutcome.TooLong("57014", "late"));
        }
        var outcome = apply(batch);
        return Future.succeededFuture(
                fault == Fault.REPLY_LOST
                        ? new WriteOutcome.Unavailable("08006", "reply lost")
                        : outcome);
    }

    private void takeOver(Partition partition) {
        row(partition).claim();
    }

    private Row row(Partition partition) {
        return Objects.requireNonNull(rows.get(partition));
    }

    private WriteOutcome apply(WriteBatch batch) {
        for (var advance : batch.advances()) {
            var row = rows.get(advance.partition());
            if (row == null
                    || row.epoch != advance.ownerEpoch()
                    || row.position != advance.from()) {
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
            row(advance.partition()).moveTo(advance.to());
        }
        return new WriteOutcome.Committed(0, 0, 0);
    }

    @Override
    public synchronized Future<Map<Partition, Claim>> read(Set<Partition> partitions) {
        if (readsFail) {
            return Future.failedFuture("away");
        }
        var found = new TreeMap<Partition, Claim>();
        rows.forEach((partition, row) -> {
            if (partitions.contains(partition)) {
                found.put(partition, row.granted(partition));
            }
        });
        return Future.succeededFuture(found);
    }

    @Override
    public synchronized Future<Boolean> probe(Claim claim, long offset) {
        var row = row(claim.partition());
        if (probesAreLate) {
            probesAreLate = false;
            takeOver(claim.partition());
        }
        var isOurs = row.epoch == claim.ownerEpoch();
        if (isOurs) {
            probes.add(offset);
            row.probe = offset;
        }
        return Future.succeededFuture(isOurs);
    }

    @Override
    public synchronized Future<Boolean> park(Claim claim, String reason) {
        var row = row(claim.partition());
        var isOurs = row.epoch == claim.ownerEpoch();
        if (isOurs) {
            row.parked = reason;
            row.clean = true;
        }
        return Future.succeededFuture(isOurs);
    }

    @Override
    public synchronized Future<Void> release(Collection<Claim> claims) {
        released.addAll(claims);
        claims.forEach(claim -> {
            var row = row(claim.partition());
            row.clean |= row.epoch == claim.ownerEpoch();
        });
        return Future.succeededFuture();
    }
}
