package gleaner.http;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicrometerCycleMetricsTest {
    private static final Partition PARTITION = new Partition("talk", 3);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MicrometerCycleMetrics metrics = new MicrometerCycleMetrics(registry);

    @Test
    void recordsAreCountedByWhatBecameOfThem() {
        metrics.polled(10);
        metrics.accepted(6);
        metrics.ignored(1);
        metrics.rejected("not_json", 2);
        metrics.rejected("text_too_long", 1);
        metrics.contextOnly(4);
        metrics.polled(5);
        metrics.accepted(5);

        assertThat(lines("gleaner_records"))
                .contains(
                        "gleaner_records_polled_total 15.0",
                        "gleaner_records_accepted_total 11.0",
                        "gleaner_records_ignored_total 1.0",
                        "gleaner_records_rejected_total{error=\"not_json\"} 2.0",
                        "gleaner_records_rejected_total{error=\"text_too_long\"} 1.0",
                        "gleaner_records_context_total 4.0");
    }

    @Test
    void aCommitCountsWhatItWroteAndHowLongItTook() {
        metrics.applied(7, new WriteOutcome.Committed(5, 3, 2), Duration.ofMillis(20));
        metrics.applied(1, new WriteOutcome.Committed(0, 0, 0), Duration.ofMillis(40));

        assertThat(lines("gleaner_"))
                .contains(
                        "gleaner_records_applied_total 8.0",
                        "gleaner_observations_stored_total 5.0",
                        "gleaner_beliefs_written_total 3.0",
                        "gleaner_preferences_changed_total 2.0",
                        "gleaner_write_duration_seconds_count 2",
                        "gleaner_write_duration_seconds_sum 0.06",
                        "gleaner_write_duration_seconds_bucket{le=\"0.025\"} 1",
                        "gleaner_write_duration_seconds_bucket{le=\"0.05\"} 2");
    }

    @Test
    void readingCountsRecordsObservationsAndWhatNoRuleCouldRead() {
        metrics.extracted(9, Duration.ofMillis(500));
        metrics.observed(4);
        metrics.unread(3);

        assertThat(lines("gleaner_"))
                .contains(
                        "gleaner_records_extracted_total 9.0",
                        "gleaner_extract_duration_seconds_sum 0.5",
                        "gleaner_observations_read_total 4.0",
                        "gleaner_statements_unread_total 3.0");
    }

    @Test
    void troubleIsCountedByItsKind() {
        metrics.retried("40001");
        metrics.retried("40001");
        metrics.retried("08006");
        metrics.deadLettered("data");
        metrics.bisected();
        metrics.fenced(2);

        assertThat(lines("gleaner_"))
                .contains(
                        "gleaner_write_retries_total{sqlstate=\"40001\"} 2.0",
                        "gleaner_write_retries_total{sqlstate=\"08006\"} 1.0",
                        "gleaner_dead_letters_total{error=\"data\"} 1.0",
                        "gleaner_batches_bisected_total 1.0",
                        "gleaner_partitions_fenced_total 2.0");
    }

    @Test
    void aPartitionHasItsPositionUntilItIsReleased() {
        metrics.position(PARTITION, 100);
        metrics.position(PARTITION, 250);
        metrics.parked(PARTITION);

        assertThat(lines("gleaner_partition_"))
                .containsExactlyInAnyOrder(
                        "gleaner_partition_position{partition=\"3\",topic=\"talk\"} 250.0",
                        "gleaner_partition_parked{partition=\"3\",topic=\"talk\"} 1.0");

        metrics.released(PARTITION);
        assertThat(lines("gleaner_partition_")).isEmpty();

        metrics.position(PARTITION, 300);
        assertThat(lines("gleaner_partition_"))
                .containsExactly(
                        "gleaner_partition_position{partition=\"3\",topic=\"talk\"} 300.0");
    }

    @Test
    void everyMetricSaysWhatItIsFor() {
        assertThat(registry.scrape().lines().filter(l -> l.startsWith("# HELP gleaner_")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.split(" ", 4)[3]).isNotBlank());
    }

    private List<String> lines(String start) {
        return registry.scrape().lines().filter(l -> l.startsWith(start)).toList();
    }
}
