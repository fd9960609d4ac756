package gleaner.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold between settings, each of which is right by itself. */
final class Rules {
    private Rules() {}

    /** The rules that the values break; values that are wrong by themselves break none. */
    static List<Problem> broken(Values values) {
        return Stream.of(
                        atMost(values, Catalogue.RETRY_FIRST_DELAY, Catalogue.RETRY_MAX_DELAY),
                        atMost(values, Catalogue.LIMITS_TEXT_BYTES, Catalogue.LIMITS_RECORD_BYTES),
                        atMost(values, Catalogue.BATCH_MAX_RECORDS, Catalogue.KAFKA_BUFFER_RECORDS),
                        atMost(values, Catalogue.BATCH_MAX_BYTES, Catalogue.KAFKA_BUFFER_BYTES),
                        atMost(values, Catalogue.LIMITS_RECORD_BYTES, Catalogue.KAFKA_BUFFER_BYTES),
                        atMost(
                                values,
                                Catalogue.POSTGRES_LOCK_TIMEOUT,
                                Catalogue.POSTGRES_STATEMENT_TIMEOUT),
                        onePassword(values))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T extends Comparable<T>> Optional<Problem> atMost(
            Values values, Setting<T> smaller, Setting<T> larger) {
        var limit = values.find(larger);
        return values.find(smaller)
                .filter(value -> limit.isPresent() && value.compareTo(limit.get()) > 0)
                .map(_ ->
                        new Problem(
                                smaller.name(),
                                values.origin(smaller),
                                "more than "
                                        + larger.name()
                                        + " ("
                                        + values.origin(larger)
                                        + "); allowed is as much or less"));
    }

    private static Optional<Problem> onePassword(Values values) {
        return values.find(Catalogue.POSTGRES_PASSWORD)
                .filter(Optional::isPresent)
                .flatMap(_ -> values.find(Catalogue.POSTGRES_PASSWORD_FILE))
                .filter(Optional::isPresent)
                .map(_ ->
                        new Problem(
                                Catalogue.POSTGRES_PASSWORD.name(),
                                values.origin(Catalogue.POSTGRES_PASSWORD),
                                "given beside postgres.password-file ("
                                        + values.origin(Catalogue.POSTGRES_PASSWORD_FILE)
                                        + "); allowed is one of the two"));
    }
}
