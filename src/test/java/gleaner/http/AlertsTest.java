package gleaner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The store's times, and the alerts on what we measure: an alert on a name that is not there never
 * fires.
 */
class AlertsTest {
    private static final Path ALERTS = Path.of("config", "prometheus", "alerts.yaml");
    private static final Pattern METRIC = Pattern.compile("\\bgleaner_\\w+");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MicrometerStoreTimes times = new MicrometerStoreTimes(registry);

    @Test
    void mergesAndLookUpsAreHistogramsBelowAMillisecondToo() {
        times.merged(Duration.ofMillis(3));
        times.lookedUp(Duration.ofNanos(400_000));

        assertThat(registry.scrape().lines())
                .contains(
                        "gleaner_preferences_merge_duration_seconds_bucket{le=\"0.0025\"} 0",
                        "gleaner_preferences_merge_duration_seconds_bucket{le=\"0.005\"} 1",
                        "gleaner_preferences_lookup_duration_seconds_bucket{le=\"2.5E-4\"} 0",
                        "gleaner_preferences_lookup_duration_seconds_bucket{le=\"5.0E-4\"} 1");
    }

    @Test
    void alertsAskForMetricsThatThereAre() throws IOException {
        var scraped = registry.scrape();

        assertThat(METRIC.matcher(Files.readString(ALERTS)).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(scraped).contains("\n" + metric + "{"));
    }

    @Test
    void theReadmeSaysWhatToDoOnEachAlert() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(ALERT.matcher(Files.readString(ALERTS)).results().map(alert -> alert.group(1)))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(readme).contains("`" + alert + "`"));
    }
}
