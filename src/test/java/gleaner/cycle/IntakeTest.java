package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IntakeTest {
    private static final Partition BUSY = new Partition("t", 0);
    private static final Partition QUIET = new Partition("t", 1);

    private final Intake intake = new Intake();

    @Test
    void aBusyPartitionLeavesRoomForAQuietOne() {
        add(BUSY, 100, 10);
        add(QUIET, 2, 10);

        var batch = intake.take(10, 1000, p -> true);

        assertThat(batch).hasSize(10);
        assertThat(batch).filteredOn(r -> r.partition().equals(QUIET)).hasSize(2);
        assertThat(batch)
                .filteredOn(r -> r.partition().equals(BUSY))
                .extracting(SourceRecord::offset)
                .isSorted();
    }

    @Test
    void aBatchEndsAtItsBytesButHoldsOneRecordAtLeast() {
        add(BUSY, 3, 400);

        assertThat(intake.take(10, 800, p -> true)).hasSize(2);
        assertThat(intake.take(10, 100, p -> true)).hasSize(1);
        assertThat(intake.take(10, 100, p -> true)).isEmpty();
    }

    @Test
    void countsWhatWaits() {
        add(BUSY, 3, 10);
        add(QUIET, 2, 10);
        assertThat(intake.records()).isEqualTo(5);
        assertThat(intake.bytes()).isEqualTo(50);

        intake.purge(BUSY);
        assertThat(intake.records()).isEqualTo(2);
        assertThat(intake.bytes()).isEqualTo(20);

        intake.take(10, 1000, p -> true);
        assertThat(intake.records()).isZero();
        assertThat(intake.bytes()).isZero();
    }

    private void add(Partition partition, int count, int bytes) {
        for (var i = 0; i < count; i++) {
            intake.add(
                    new SourceRecord(partition, i, null, new byte[bytes], Map.of(), Instant.EPOCH));
        }
    }
}
