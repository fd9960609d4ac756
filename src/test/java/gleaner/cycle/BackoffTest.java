package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private final Backoff backoff =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30), new Random(7));

    @Test
    void pausesGrowButNeverBeyondTheirBound() {
        assertThat(longestOf(0)).isBetween(80L, 100L);
        assertThat(longestOf(3)).isBetween(700L, 800L);
        assertThat(longestOf(1000)).isBetween(29_000L, 30_000L);
    }

    @Test
    void pausesAreSpreadOverTheWholeRange() {
        assertThat(
                        IntStream.range(0, 500)
                                .mapToLong(i -> backoff.pauseMillis(3))
                                .min()
                                .orElseThrow())
                .isLessThan(50);
    }

    @Test
    void refusesPausesThatShrink() {
        assertThatThrownBy(() ->
                        new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random()))
                .hasMessageContaining("PT2S to PT1S");
    }

    private long longestOf(int tries) {
        return IntStream.range(0, 500)
                .mapToLong(i -> backoff.pauseMillis(tries))
                .max()
                .orElseThrow();
    }
}
