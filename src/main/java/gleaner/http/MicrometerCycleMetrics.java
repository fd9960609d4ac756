package gleaner.http;

import gleaner.cycle.CycleCounts;
import gleaner.cycle.CycleMetrics;
import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What the cycle counts, as meters. Safe from any thread: the meters are, and the numbers of a
 * partition are looked up in concurrent maps.
 */
public final class MicrometerCycleMetrics implements CycleMetrics {
    private static final Duration[] BUCKETS =
            Stream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter polled;
    private final Counter contextOnly;
    private final Counter accepted;
    private final Counter ignored;
    private final Counter extracted;
    private final Counter applied;
    private final Counter observed;
    private final Counter unread;
    private final Counter stored;
    private final Counter beliefs;
    private final Counter preferences;
    private final Counter bisected;
    private final Counter missing;
    private final Counter fenced;
    private final Timer extraction;
    private final Timer write;
    private final Map<Partition, PartitionGauge> positions = new ConcurrentHashMap<>();
    private final Map<Partition, PartitionGauge> parked = new ConcurrentHashMap<>();

    public MicrometerCycleMetrics(MeterRegistry registry) {
        this.registry = registry;
        polled = counter("records.polled", "Records taken up, at or beyond the position");
        contextOnly = counter("records.context", "Records read only for the turns in them");
        accepted = counter("records.accepted", "Records that hold one of our events");
        ignored = counter("records.ignored", "Records that are not ours");
        extracted = counter("records.extracted", "Records decoded and read");
        applied = counter("records.applied", "Records whose position is committed");
        observed = counter("observations.read", "Observations that the reader made");
        unread = counter("statements.unread", "First-person statements that no rule could read");
        stored = counter("observations.stored", "Observations that were new to the database");
        beliefs = counter("beliefs.written", "Rows of current beliefs written or ended");
        preferences = counter("preferences.changed", "Users whose preferences changed, each time");
        bisected = counter("batches.bisected", "Batches cut to find a record that is refused");
        missing = counter("offsets.missing", "Offsets that the log does not hold");
        fenced = counter("partitions.fenced", "Partitions dropped because another owns them");
        extraction = timer("extract.duration", "Decoding and reading a batch");
        write = timer("write.duration", "Writing a batch, up to its commit");
    }

    @Override
    public void polled(int records) {
        polled.increment(records);
    }

    @Override
    public void contextOnly(int records) {
        contextOnly.increment(records);
    }

    @Override
    public void accepted(int records) {
        accepted.increment(records);
    }

    @Override
    public void ignored(int records) {
        ignored.increment(records);
    }

    @Override
    public void rejected(String errorClass, int records) {
        counter("records.rejected", "Records that could not be decoded", "error", errorClass)
                .increment(records);
    }

    @Override
    public void observed(int observations) {
        observed.increment(observations);
    }

    @Override
    public void unread(int statements) {
        unread.increment(statements);
    }

    @Override
    public void extracted(int records, Duration took) {
        extracted.increment(records);
        extraction.record(took);
    }

    @Override
    public void applied(int records, WriteOutcome.Committed outcome, Duration took) {
        applied.increment(records);
        stored.increment(outcome.observations());
        beliefs.increment(outcome.beliefs());
        preferences.increment(outcome.preferences());
        write.record(took);
    }

    @Override
    public void deadLettered(String errorClass) {
        counter("dead.letters", "Records given up and kept as dead letters", "error", errorClass)
                .increment();
    }

    @Override
    public void retried(String sqlState) {
        counter("write.retries", "Batches the database could not take", "sqlstate", sqlState)
                .increment();
    }

    @Override
    public void bisected() {
        bisected.increment();
    }

    @Override
    public void missing(long offsets) {
        missing.increment((double) offsets);
    }

    @Override
    public void fenced(int partitions) {
        fenced.increment(partitions);
    }

    @Override
    public void position(Partition partition, long position) {
        positions
                .computeIfAbsent(
                        partition, p -> gauge("partition.position", "Next offset to apply", p))
                .value()
                .set(position);
    }

    @Override
    public void parked(Partition partition) {
        parked.computeIfAbsent(
                        partition,
                        p -> gauge("partition.parked", "1: put aside until looked at", p))
                .value()
                .set(1);
    }

    @Override
    public void released(Partition partition) {
        Stream.of(positions, parked)
                .flatMap(gauges -> Stream.ofNullable(gauges.remove(partition)))
                .forEach(gauge -> registry.remove(gauge.meter()));
    }

    /** The counts so far; consistent among each other only while nothing is in flight. */
    public CycleCounts counts() {
        return new CycleCounts(
                total("records.polled"),
                total("records.accepted"),
                total("records.ignored"),
                total("records.rejected"),
                total("records.context"),
                total("records.applied"),
                total("dead.letters"));
    }

    private long total(String name) {
        return (long)
                registry.find("gleaner." + name).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum();
    }

    private Counter counter(String name, String help, String... tags) {
        return Counter.builder("gleaner." + name).description(help).tags(tags).register(registry);
    }

    private Timer timer(String name, String help) {
        return Timer.builder("gleaner." + name)
                .description(help)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private PartitionGauge gauge(String name, String help, Partition partition) {
        var value = new AtomicLong();
        var tags =
                Tags.of(
                        "topic",
                        partition.topic(),
                        "partition",
                        String.valueOf(partition.number()));
        return new PartitionGauge(
                value,
                Gauge.builder("gleaner." + name, value, AtomicLong::get)
                        .description(help)
                        .tags(tags)
                        .strongReference(true)
                        .register(registry));
    }

    private record PartitionGauge(AtomicLong value, Gauge meter) {}
}
