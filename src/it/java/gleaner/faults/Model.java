package gleaner.faults;

import gleaner.cycle.DeadLetter;
import gleaner.cycle.Effect;
import gleaner.cycle.PlainReading;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.extract.Reader;
import gleaner.postgres.ModelMemory;
import gleaner.postgres.StateLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What records must do, and what memory they must leave, if nothing ever goes wrong: read in plain
 * Java, one after the other.
 *
 * @param deadly records that workers die of, and that must be given up
 * @param refused records whose content the database does not take
 */
record Model(Reader reader, Predicate<SourceRecord> deadly, Predicate<SourceRecord> refused) {
    private static final Reader READER = PlainReading.embeddedReader();

    /** Of workers as they are. */
    static final Model USUAL = new Model(READER, record -> false, record -> false);

    /** Of workers whose reader some messages are too much for. */
    static final Model TREACHEROUS =
            new Model(new TreacherousReader(READER), TreacherousReader::isDeadly, record -> false);

    private static final Comparator<Produced> LOG_ORDER =
            Comparator.comparing((Produced p) -> p.record().partition())
                    .thenComparingLong(p -> p.record().offset());

    /**
     * A record that stands in the log.
     *
     * @param event absent where the record is none of a {@link Workload}
     */
    record Produced(SourceRecord record, @Nullable WorkloadEvent event) {}

    /** Where the database does not take some content. */
    Model refusing(Predicate<SourceRecord> which) {
        return new Model(reader, deadly, which);
    }

    /** What each record must do, in the order of the log. */
    List<Delivery> deliveries(List<Produced> produced) {
        var ordered = produced.stream().sorted(LOG_ORDER).toList();
        var effects =
                PlainReading.effects(
                        ordered.stream().map(Produced::record).toList(), reader, deadly);
        var deliveries = new ArrayList<Delivery>();
        for (var n = 0; n < ordered.size(); n++) {
            deliveries.add(
                    new Delivery(
                            ordered.get(n).record(),
                            ordered.get(n).event(),
                            refused.test(ordered.get(n).record())
                                    ? refusal(ordered.get(n).record())
                                    : effects.get(n)));
        }
        return deliveries;
    }

    private static Effect refusal(SourceRecord record) {
        return new Effect.Dead(
                new DeadLetter(record.partition(), record.offset(), "data", null, "refused", 1));
    }

    /** The memory that these deliveries must leave. */
    static List<StateLine> memory(List<Delivery> deliveries) {
        return ModelMemory.lines(effects(deliveries));
    }

    /** The state hash of events that are delivered once, in this order. */
    static String hash(List<WorkloadEvent> events) {
        var log = new Partition("model", 0);
        var produced = new ArrayList<Produced>();
        for (var event : events) {
            var record =
                    new SourceRecord(
                            log,
                            produced.size(),
                            event.user().getBytes(StandardCharsets.UTF_8),
                            event.json().getBytes(StandardCharsets.UTF_8),
                            Map.of(),
                            Instant.now());
            produced.add(new Produced(record, event));
        }
        return StateLine.hash(memory(USUAL.deliveries(produced)));
    }

    private static List<Effect> effects(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::effect).toList();
    }
}
