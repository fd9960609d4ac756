package gleaner.event;

import static java.time.temporal.ChronoUnit.MICROS;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When an event happened, and whether that can be true.
 *
 * <p>The time decides every merge, so one message dated in the future would win all of them for
 * good, and a request to forget would swallow what is yet to be said. The measure is the record's
 * own time, which the broker keeps near its clock, and not the clock of this machine: so the same
 * record decodes the same way at every replay.
 */
final class EventTime {
    /** Earlier times are seconds that were taken for milliseconds. */
    static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");

    /** Later times cannot be written in RFC 3339. */
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Enough for a wrong time zone and a bad clock. */
    static final Duration AHEAD = Duration.ofDays(1);

    static final String ALLOWED =
            "allowed is RFC 3339 with an offset, or epoch milliseconds, from "
                    + EARLIEST
                    + " to one day after the record's own time";

    private static final int LONGEST = 64;

    private EventTime() {}

    /** The time that a JSON string or number gives, or nothing where it cannot be. */
    static Optional<Instant> of(JsonNode node, Instant recordedAt) {
        if (node.isTextual()) {
            return of(node.textValue(), recordedAt);
        }
        return node.canConvertToLong() && node.isIntegralNumber()
                ? Optional.of(Instant.ofEpochMilli(node.longValue()))
                        .filter(time -> isPossible(time, recordedAt))
                : Optional.empty();
    }

    /** As {@link #of(JsonNode, Instant)}, for RFC 3339. */
    static Optional<Instant> of(String text, Instant recordedAt) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var time = OffsetDateTime.parse(withT(text), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            // As precise as the database is: what is read back must equal what was stored.
            return Optional.of(time.toInstant().truncatedTo(MICROS))
                    .filter(t -> isPossible(t, recordedAt));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** The record's own time, where it has one that can be: Kafka writes -1 for none. */
    static Optional<Instant> ofRecord(Instant recordedAt) {
        return Optional.of(recordedAt).filter(EventTime::isSane).map(t -> t.truncatedTo(MICROS));
    }

    private static boolean isPossible(Instant time, Instant recordedAt) {
        return isSane(time) && (!isSane(recordedAt) || !time.isAfter(recordedAt.plus(AHEAD)));
    }

    private static boolean isSane(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** RFC 3339 lets a space stand for the T. */
    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' '
                ? text.substring(0, 10) + 'T' + text.substring(11)
                : text;
    }
}
