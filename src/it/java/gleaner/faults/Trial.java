package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.TreacherousWorker;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.postgres.StateLine;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * One fault, tried: a topic and a group of its own, a database that records its history, worker
 * processes, and the oracle at the end. A test produces events, does its harm, waits until all is
 * applied, and calls {@link #verify}.
 */
final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String fault;
    private final Seed seed;
    private final TestLog log;
    private final TestDatabase database;
    private final String topic;
    private final History history;
    private final Gate gate;
    private final Positions positions;
    private final Workers workers;
    private final List<Model.Produced> produced = new ArrayList<>();
    private final Map<Partition, Long> ends = new TreeMap<>();
    private final List<Instant> faults = Collections.synchronizedList(new ArrayList<>());
    private FaultReport.Row row;
    private Model model = Model.USUAL;

    private Trial(
            String fault, Seed seed, TestLog log, String topic, TestDatabase database, Path folder)
            throws Exception {
        this.fault = fault;
        this.seed = seed;
        this.log = log;
        this.topic = topic;
        this.database = database;
        Migrations.run(database.settings());
        this.history = History.of(database);
        this.gate = Gate.in(database);
        this.positions = new Positions(database);
        this.workers = new Workers(folder, settings(log, topic, database));
        this.row = new FaultReport.Row(fault, 0, 0, "?", "?", "-", "not reached", seed);
    }

    /**
     * Prepares a trial and prints its seed.
     *
     * @param fault as the report names it
     */
    static Trial of(String fault, int partitions, TestLog log, TestDatabase database, Path folder)
            throws Exception {
        return of(fault, log, log.topic(partitions), database, folder);
    }

    /** As the other, on a topic that the test made. */
    static Trial of(String fault, TestLog log, String topic, TestDatabase database, Path folder)
            throws Exception {
        var seed = Seed.chosen();
        System.out.printf("fault '%s', -Dfaults.seed=%s%n", fault, seed);
        return new Trial(fault, seed, log, topic, database, folder);
    }

    /** Small batches, so that there is much to be interrupted; short times, to wait for. */
    private static Map<String, String> settings(TestLog log, String topic, TestDatabase database) {
        return Map.ofEntries(
                Map.entry("kafka.bootstrap-servers", log.bootstrapServers()),
                Map.entry("kafka.topics", topic),
                Map.entry("kafka.group-id", "faults-" + UUID.randomUUID()),
                Map.entry("kafka.session-timeout", "6 s"),
                Map.entry("kafka.initial-position", "earliest"),
                Map.entry("postgres.uri", database.uri()),
                Map.entry("postgres.user", database.user()),
                Map.entry("postgres.password", database.password()),
                Map.entry("retry.first-delay", "50 ms"),
                Map.entry("retry.max-delay", "1 s"),
                Map.entry("batch.max-records", "20"),
                Map.entry("http.port", "0"));
    }

    Seed seed() {
        return seed;
    }

    TestLog log() {
        return log;
    }

    String topic() {
        return topic;
    }

    TestDatabase database() {
        return database;
    }

    History history() {
        return history;
    }

    /** What its batches have to pass. */
    Gate gate() {
        return gate;
    }

    Workers workers() {
        return workers;
    }

    /** Events out of this trial's seed. */
    Workload workload(Mix mix) {
        return new Workload(seed.random("workload"), mix);
    }

    /** Workers whose reader some messages are too much for; the oracle knows which. */
    Trial treacherous() {
        workers.main(TreacherousWorker.class);
        model = Model.TREACHEROUS;
        return this;
    }

    /** A database that does not take the content of some records. */
    Trial refusing(Predicate<SourceRecord> which) {
        model = model.refusing(which);
        return this;
    }

    /** Puts events into the topic, each into its user's partition. */
    void produce(List<WorkloadEvent> events) {
        put(events.stream().map(WorkloadEvent::toRecord).toList(), events);
    }

    /** Puts events where the test wants them. */
    void produce(List<WorkloadEvent> events, UnaryOperator<TestRecord> where) {
        put(events.stream().map(WorkloadEvent::toRecord).map(where).toList(), events);
    }

    /** Puts records that are no events of a workload. */
    void produceRecords(List<TestRecord> records) {
        put(records, List.of());
    }

    private void put(List<TestRecord> records, List<WorkloadEvent> events) {
        stand(records, events, log.produce(topic, records));
    }

    /** Records that the test put into the topic by itself. */
    void stand(List<TestRecord> records, List<WorkloadEvent> events, List<RecordMetadata> places) {
        for (var n = 0; n < records.size(); n++) {
            var record = records.get(n);
            var place = places.get(n);
            var key = record.key();
            var source =
                    new SourceRecord(
                            new Partition(topic, place.partition()),
                            place.offset(),
                            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                            record.value(),
                            record.headers(),
                            Instant.ofEpochMilli(place.timestamp()));
            produced.add(new Model.Produced(source, events.isEmpty() ? null : events.get(n)));
            ends.merge(source.partition(), source.offset() + 1, Math::max);
        }
    }

    /** Records that the log does not hold any more. */
    void gone(Predicate<SourceRecord> which) {
        produced.removeIf(each -> which.test(each.record()));
    }

    /** Notes that the harm is done now, to measure from; from any thread. */
    void harmed() {
        faults.add(Instant.now());
    }

    /** How often partitions were claimed so far. */
    long claims() throws SQLException {
        return history.traces().stream().filter(Trace.Claimed.class::isInstance).count();
    }

    /** Waits until all that was produced is applied. */
    void untilAllApplied() throws Exception {
        until(this::isAllApplied, "all applied");
    }

    boolean isAllApplied() {
        var now = positions.now();
        return ends.entrySet().stream()
                .allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Waits until this many records are applied, over all partitions. */
    void untilApplied(long records) throws Exception {
        until(() -> positions.sum() >= records, records + " applied");
    }

    /** Where the partitions stand. */
    Positions positions() {
        return positions;
    }

    /** Waits for a condition; gives up when nothing was applied for a long time. */
    void until(Callable<Boolean> condition, String what) throws Exception {
        var applied = -1L;
        var since = System.nanoTime();
        while (!condition.call()) {
            var now = positions.sum();
            if (now != applied) {
                applied = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new AssertionError(
                        "waiting for: " + what + "; positions " + positions.now() + lastWords());
            }
            Thread.sleep(30);
        }
    }

    private String lastWords() {
        var words = new StringBuilder();
        for (var worker : workers.all()) {
            words.append(worker.isAlive() ? "\n--- alive:\n" : "\n--- ended:\n")
                    .append(worker.lastWords());
        }
        return words.toString();
    }

    /** What stands in the log, and what each record must do. */
    List<Delivery> deliveries() {
        return model.deliveries(produced);
    }

    /** Asks the oracle, reports, and fails where anything is wrong. */
    void verify(int rounds) throws Exception {
        verify(rounds, checker -> checker);
    }

    /** As the other, with something that was meant to happen. */
    void verify(int rounds, UnaryOperator<HistoryChecker> meant) throws Exception {
        var deliveries = deliveries();
        var traces = history.traces();
        assertThat(deliveries.stream().filter(Delivery::isMisread).map(Delivery::text))
                .as("what the reader must read, and does not")
                .isEmpty();
        var findings = meant.apply(new HistoryChecker(deliveries)).check(traces);
        var expected = Model.memory(deliveries);
        var stored = StateLine.in(database);
        var isSame = StateLine.hash(stored).equals(StateLine.hash(expected));
        row =
                new FaultReport.Row(
                        fault,
                        rounds,
                        deliveries.size(),
                        Integer.toString(findings.lost()),
                        Integer.toString(findings.doubled()),
                        new Recovery(new LogModel(deliveries), traces).after(faults),
                        isSame ? "as the model" : "differs",
                        seed);
        assertThat(findings.problems()).isEmpty();
        assertThat(without(expected, stored)).as("missing from the memory").isEmpty();
        assertThat(without(stored, expected)).as("too much in the memory").isEmpty();
        assertThat(isSame).as("the state hash is that of the model").isTrue();
    }

    /** The first few that only the one list has. */
    private static List<StateLine> without(List<StateLine> some, List<StateLine> others) {
        var known = new HashSet<>(others);
        return some.stream().filter(line -> !known.contains(line)).limit(5).toList();
    }

    /** What the command {@code state-hash} must print. */
    String expectedHash() {
        return StateLine.hash(Model.memory(deliveries()));
    }

    @Override
    public void close() {
        workers.close();
        positions.close();
        FaultReport.put(row);
    }
}
