package gleaner.event;

import static gleaner.event.Records.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-05-04T10:00:00Z, 2025-05-04T10:00:00Z",
        "2025-05-04t10:00:00z, 2025-05-04T10:00:00Z",
        "2025-05-04 10:00:00+00:00, 2025-05-04T10:00:00Z",
        "2025-05-04T12:30:00.25+02:30, 2025-05-04T10:00:00.250Z",
        "2025-05-04T10:00:00.123456789Z, 2025-05-04T10:00:00.123456Z",
    })
    void rfc3339IsReadToTheMicrosecond(String written, Instant time) {
        assertThat(timeOf("\"" + written + "\"")).isEqualTo(time);
    }

    @Test
    void anIntegerIsEpochMilliseconds() {
        assertThat(timeOf("1746352800000")).isEqualTo(Instant.parse("2025-05-04T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"2025-05-04T10:00:00\"",
                "\"2025-13-04T10:00:00Z\"",
                "\"1746352800000\"",
                "1746352800000.5",
                "1e400",
                "99999999999999999999999999",
                "true",
                "{}",
                "\"2025-05-04T10:00:00Z                                                       \""
            })
    void whatIsNoTimeIsRefused(String written) {
        assertThat(flawOf(written)).isEqualTo("bad_timestamp");
    }

    @Test
    void secondsTakenForMillisecondsAreRefused() {
        assertThat(flawOf("1746352800")).isEqualTo("bad_timestamp");
        assertThat(flawOf("\"1970-12-31T23:59:59.999999Z\"")).isEqualTo("bad_timestamp");
        assertThat(flawOf("\"1971-01-01T00:00:00Z\"")).isEmpty();
        assertThat(flawOf("\"1971-01-01T00:00:00.000001Z\"")).isEmpty();
    }

    /** The record's own time is 2025-06-01T12:00:00Z. */
    @Test
    void aTimeMayBeADayAheadOfTheRecordsOwn() {
        assertThat(flawOf("\"2025-06-02T11:59:59.999999Z\"")).isEmpty();
        assertThat(flawOf("\"2025-06-02T12:00:00Z\"")).isEmpty();
        assertThat(flawOf("\"2025-06-02T12:00:00.000001Z\"")).isEqualTo("bad_timestamp");
    }

    @Test
    void theTimeOfACloudEventIsCheckedAlike() {
        var forgotten =
                Records.holding("{\"user_id\": \"ana\"}")
                        .with("ce_specversion", "1.0")
                        .with("ce_type", "user.forgotten")
                        .with("ce_id", "x");

        assertThat(forgotten.with("ce_time", "2025-06-02T12:00:00Z").flaw()).isEmpty();
        assertThat(forgotten.with("ce_time", "2025-06-02T12:00:01Z").flaw())
                .isEqualTo("bad_timestamp");
    }

    @Test
    void aRecordWithoutATimeOfItsOwnChecksNothingAndLendsNothing() {
        var timeless = Instant.ofEpochMilli(-1);

        assertThat(message("\"timestamp\": \"2099-01-01T00:00:00Z\"").recorded(timeless).flaw())
                .isEmpty();
        assertThat(message().recorded(timeless).flaw()).isEqualTo("bad_timestamp");
        assertThat(message().recorded(Instant.MAX).flaw()).isEqualTo("bad_timestamp");
    }

    @Test
    void theYear9999IsTheLast() {
        var timeless = Instant.ofEpochMilli(-1);

        assertThat(message("\"timestamp\": 253402300799999").recorded(timeless).flaw()).isEmpty();
        assertThat(message("\"timestamp\": 253402300800000").recorded(timeless).flaw())
                .isEqualTo("bad_timestamp");
    }

    private static Instant timeOf(String written) {
        return message("\"timestamp\": " + written).event().timestamp();
    }

    private static String flawOf(String written) {
        return message("\"timestamp\": " + written).flaw();
    }
}
