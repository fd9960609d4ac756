package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.RecordSource;
import gleaner.extract.Reader;
import gleaner.kafka.KafkaRecordSource;
import io.vertx.core.Vertx;

/**
 * The parts of a worker that others may stand in for: where its records come from, and who reads
 * them. These are the usual ones.
 */
public interface WorkerParts {
    WorkerParts USUAL = new WorkerParts() {};

    /** Loads tables: not for an event loop. */
    default Reader reader(Settings settings) {
        return Readings.reader(settings);
    }

    /** A source that is not open yet. */
    default RecordSource source(Vertx vertx, Settings settings) {
        return new KafkaRecordSource(vertx, settings.kafka());
    }
}
