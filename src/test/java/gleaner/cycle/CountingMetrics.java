package gleaner.cycle;

import gleaner.event.Partition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts by name, so that tests can assert the equations. */
final class CountingMetrics implements CycleMetrics {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    private void add(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    @Override
    public void polled(int records) {
        add("polled", records);
    }

    @Override
    public void contextOnly(int records) {
        add("contextOnly", records);
    }

    @Override
    public void accepted(int records) {
        add("accepted", records);
    }

    @Override
    public void ignored(int records) {
        add("ignored", records);
    }

    @Override
    public void rejected(String errorClass, int records) {
        add("rejected", records);
    }

    @Override
    public void observed(int observations) {
        add("observed", observations);
    }

    @Override
    public void unread(int statements) {
        add("unread", statements);
    }

    @Override
    public void extracted(int records, Duration took) {}

    @Override
    public void applied(int records, WriteOutcome.Committed outcome, Duration took) {
        add("applied", records);
    }

    @Override
    public void deadLettered(String errorClass) {
        add("deadLettered", 1);
    }

    @Override
    public void retried(String sqlState) {
        add("retried", 1);
    }

    @Override
    public void bisected() {
        add("bisected", 1);
    }

    @Override
    public void missing(long offsets) {
        add("missing", offsets);
    }

    @Override
    public void fenced(int partitions) {
        add("fenced", partitions);
    }

    @Override
    public void position(Partition partition, long position) {}

    @Override
    public void released(Partition partition) {
        add("released", 1);
    }

    @Override
    public void parked(Partition partition) {
        add("parked", 1);
    }
}
