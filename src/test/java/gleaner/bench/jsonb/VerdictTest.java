package gleaner.bench.jsonb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "9.9, 0.5, QUICK_ANYWAY",
        "10, 0.5, HOLDS",
        "50, 0.5, HOLDS",
        "50.1, 0.5, EXCEEDED",
        "10, 0.999, HOLDS",
        "10, 1, FASTER_BUT_SLOW",
        "900, 1, FASTER_BUT_SLOW",
        "9.9, 1, FAILS",
        "0.3, 20, FAILS"
    })
    void theClaimHoldsFromTenToFiftyTimesAndBelowAMillisecond(
            double ratio, double millis, Verdict verdict) {
        assertThat(Verdict.of(ratio, millis)).isEqualTo(verdict);
    }
}
