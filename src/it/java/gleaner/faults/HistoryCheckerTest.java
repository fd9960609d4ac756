package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.PlainReading;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.extract.Reader;
import gleaner.postgres.ModelMemory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The oracle finds each kind of wrong, or a green suite would mean nothing. */
class HistoryCheckerTest {
    private static final Reader READER = PlainReading.embeddedReader();
    private static final Partition PARTITION = new Partition("events", 0);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Offsets 0 to 9, the fifth of them broken. */
    private final List<Delivery> log = log();

    private final List<Trace> traces = new ArrayList<>();

    @Test
    void aFlawlessHistoryIsFlawless() {
        begin(0);
        apply(1, 0, 3);
        apply(2, 3, 10);

        var findings = new HistoryChecker(log).check(traces);

        assertThat(findings.problems()).isEmpty();
        assertThat(findings.lost()).isZero();
        assertThat(findings.doubled()).isZero();
    }

    @Test
    void whatWasNotReachedIsLost() {
        begin(0);
        apply(1, 0, 8);

        assertThat(new HistoryChecker(log).check(traces).lost()).isEqualTo(2);
    }

    @Test
    void whatWasSkippedAtTheBeginningIsLost() {
        begin(2);
        apply(1, 2, 10);

        assertThat(new HistoryChecker(log).check(traces).lost()).isEqualTo(2);
    }

    @Test
    void aPositionThatMovesWithoutItsDataLosesThem() {
        begin(0);
        move(1, 0, 10);
        store(2, 0, 10);

        var findings = new HistoryChecker(log).check(traces);

        assertThat(findings.lost()).isEqualTo(10);
        assertThat(findings.doubled()).isEqualTo(9);
    }

    @Test
    void aPositionThatGoesBackDoubles() {
        begin(0);
        apply(1, 0, 6);
        apply(2, 6, 4);
        apply(3, 4, 10);

        var findings = new HistoryChecker(log).check(traces);

        assertThat(findings.doubled()).isEqualTo(2);
        assertThat(findings.lost()).isZero();
    }

    @Test
    void aReplayOnPurposeIsNoFault() {
        begin(0);
        apply(1, 0, 10);
        move(2, 10, 0);
        apply(3, 0, 10);

        assertThat(new HistoryChecker(log).rewound(PARTITION, 0).check(traces).problems())
                .isEmpty();
    }

    @Test
    void oneObservationStoredTwiceIsDoubled() {
        begin(0);
        apply(1, 0, 10);
        store(1, 7, 8);

        assertThat(new HistoryChecker(log).check(traces).doubled()).isEqualTo(1);
    }

    @Test
    void anOwnerThatWritesAfterItsTimeDoubles() {
        begin(0);
        apply(1, 0, 10);
        store(2, 7, 8);

        assertThat(new HistoryChecker(log).check(traces).doubled()).isEqualTo(1);
    }

    @Test
    void deadLettersAreCountedToo() {
        begin(0);
        apply(1, 0, 10);
        traces.removeIf(Trace.Buried.class::isInstance);
        assertThat(new HistoryChecker(log).check(traces).lost()).isEqualTo(1);

        traces.add(new Trace.Buried(1, PARTITION, 4, "not_json"));
        traces.add(new Trace.Buried(1, PARTITION, 4, "not_json"));
        assertThat(new HistoryChecker(log).check(traces).problems()).hasSize(1);
    }

    @Test
    void aUsersEventsAppliedInAnotherOrderAreFound() {
        var other = new Partition("events", 1);
        var moved = new ArrayList<Delivery>();
        log.forEach(delivery ->
                moved.add(delivery.record().offset() < 3 ? on(other, delivery) : delivery));
        begin(3);
        traces.add(new Trace.Began(0, other, 0));
        apply(1, 3, 10);
        traces.add(new Trace.Moved(2, other, 1, 0, 3, NOW));
        store(2, 0, 3);

        assertThat(new HistoryChecker(moved).check(traces).problems())
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("out of order"));
        assertThat(new HistoryChecker(moved).inAnyOrder().check(traces).problems()).isEmpty();
    }

    private void begin(long position) {
        traces.add(new Trace.Began(0, PARTITION, position));
    }

    private void apply(long transaction, int from, int to) {
        move(transaction, from, to);
        store(transaction, from, to);
    }

    private void move(long transaction, long from, long to) {
        traces.add(new Trace.Moved(transaction, PARTITION, 1, from, to, NOW));
    }

    private void store(long transaction, int from, int to) {
        for (var n = from; n < to; n++) {
            if (n == 4) {
                traces.add(new Trace.Buried(transaction, PARTITION, n, "not_json"));
            }
            for (var stored : ModelMemory.stored(List.of(log.get(n).effect()))) {
                var said = stored.observation();
                traces.add(
                        new Trace.Observed(
                                transaction, said.userId(), said.source().eventId(), stored.id()));
            }
        }
    }

    private static List<Delivery> log() {
        var events =
                IntStream.range(0, 10)
                        .mapToObj(n ->
                                new WorkloadEvent(
                                        "ann", n, "e-" + n, n != 4, n == 4 ? "{" : json(n)))
                        .toList();
        var records =
                events.stream()
                        .map(e ->
                                new SourceRecord(
                                        PARTITION,
                                        e.number(),
                                        null,
                                        e.json().getBytes(StandardCharsets.UTF_8),
                                        Map.of(),
                                        NOW))
                        .toList();
        var effects = PlainReading.effects(records, READER, _ -> false);
        return IntStream.range(0, 10)
                .mapToObj(n -> new Delivery(records.get(n), events.get(n), effects.get(n)))
                .toList();
    }

    private static String json(int n) {
        return """
        {"event_id": "e-%1$d", "user_id": "ann", "message_id": "m-%1$d", "role": "user", \
        "content": "I love kettle%1$d", "timestamp": "2025-01-01T00:00:%1$02dZ"}\
        """
                .formatted(n);
    }

    private static Delivery on(Partition partition, Delivery delivery) {
        var record = delivery.record();
        return new Delivery(
                new SourceRecord(
                        partition,
                        record.offset(),
                        record.key(),
                        record.value(),
                        record.headers(),
                        record.appendedAt()),
                delivery.event(),
                delivery.effect());
    }
}
