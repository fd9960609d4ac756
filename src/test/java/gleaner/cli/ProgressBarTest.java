package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.postgres.migration.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    @Test
    void showsShareRateAndTheTimeThatIsLeft() {
        assertThat(
                        ProgressBar.line(
                                new Progress("filling", 25_000, 100_000, Duration.ofSeconds(10))))
                .isEqualTo(
                        "filling [########......................]  25 %  2,500 rows/s  0:30 left");
    }

    @Test
    void nothingIsFullAndWithoutAnEndBothAreShown() {
        assertThat(ProgressBar.line(new Progress("filling", 0, 0, Duration.ZERO)))
                .contains("100 %", "0:00 left");
        assertThat(
                        ProgressBar.line(
                                new Progress("filling", 1, 4 * 3_600 + 2, Duration.ofSeconds(1))))
                .endsWith("4:00:01 left");
    }

    @Test
    void rewritesItsLineAndEndsItOnce() {
        var out = new ByteArrayOutputStream();
        var bar = new ProgressBar(new PrintStream(out, true, StandardCharsets.UTF_8));
        bar.isAt(new Progress("filling", 1, 2, Duration.ofSeconds(1)));
        bar.isAt(new Progress("filling", 2, 2, Duration.ofSeconds(1)));
        bar.close();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\r\033[Kfilling")
                .contains("50 %", "100 %")
                .containsOnlyOnce("\n");
    }
}
