package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BatchSizeTest {
    private static final Duration TARGET = Duration.ofSeconds(1);

    private final BatchSize size = new BatchSize(2000, TARGET);

    @Test
    void beginsWithTheLargest() {
        assertThat(size.records()).isEqualTo(2000);
    }

    @Test
    void shrinksInProportionButNotBelowHalfAtATime() {
        size.took(2000, TARGET.multipliedBy(5).dividedBy(4));
        assertThat(size.records()).isEqualTo(1600);

        size.took(1600, TARGET.multipliedBy(100));
        assertThat(size.records()).isEqualTo(800);
    }

    @Test
    void whatWasGivenUpIsHalved() {
        size.tooLong(2000);
        size.tooLong(1000);
        assertThat(size.records()).isEqualTo(500);
    }

    @Test
    void growsOnlyWhileFullBatchesStayWellInTime() {
        size.tooLong(2000);
        size.took(999, Duration.ofMillis(1));
        assertThat(size.records()).as("not full").isEqualTo(1000);
        size.took(1000, TARGET.dividedBy(2));
        assertThat(size.records()).as("not well in time").isEqualTo(1000);

        size.took(1000, TARGET.dividedBy(3));
        assertThat(size.records()).isEqualTo(1250);
    }

    @Property
    void settlesWhereTheDatabaseKeepsUp(@ForAll @IntRange(min = 1, max = 5000) int perSecond) {
        for (var i = 0; i < 100; i++) {
            var records = size.records();
            size.took(records, Duration.ofNanos(records * 1_000_000_000L / perSecond));
        }
        assertThat(size.records())
                .isBetween(Math.max(1, Math.min(2000, perSecond * 2 / 5)), 2000)
                .isLessThanOrEqualTo(Math.max(1, perSecond * 5 / 4));
    }

    @Property
    void isNeverBelowOneNorAboveTheLargest(@ForAll("steps") java.util.List<Integer> millis) {
        for (var step : millis) {
            size.took(size.records(), Duration.ofMillis(step));
            size.tooLong(step % 3 == 0 ? 1 : size.records());
            assertThat(size.records()).isBetween(1, 2000);
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<java.util.List<Integer>> steps() {
        return net.jqwik.api.Arbitraries.integers().between(0, 100_000).list().ofMaxSize(50);
    }
}
