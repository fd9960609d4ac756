package gleaner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final Finding FINE = Finding.fine("a", "all is well");
    private static final Finding TELLS = Finding.tells("b", "something");
    private static final Finding ASKS = Finding.asks("c", "something", "do this");
    private static final Finding BLOCKS = Finding.blocks("d", "something", "do that");

    @Test
    void theHeaviestFindingDecides() {
        assertThat(verdict()).isEqualTo(Verdict.READY);
        assertThat(verdict(FINE, TELLS)).isEqualTo(Verdict.READY);
        assertThat(verdict(FINE, ASKS, TELLS)).isEqualTo(Verdict.READY_AFTER);
        assertThat(verdict(ASKS, BLOCKS, FINE)).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void theHeaviestComesFirstAndEqualsKeepTheirOrder() {
        var other = Finding.asks("e", "something else", "do this too");

        assertThat(Diagnosis.of(List.of(List.of(FINE, ASKS), List.of(other, BLOCKS))).findings())
                .containsExactly(BLOCKS, ASKS, other, FINE);
    }

    @Test
    void theExitCodesAreThoseThatScriptsKnow() {
        assertThat(Verdict.READY.exitCode()).isZero();
        assertThat(Verdict.READY_AFTER.exitCode()).isEqualTo(1);
        assertThat(Verdict.NOT_READY.exitCode()).isEqualTo(2);
    }

    @Test
    void whatAsksForSomethingSaysForWhat() {
        assertThatThrownBy(() -> Finding.asks("check", "something", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("check");
    }

    @Test
    void ofManyIdsTheFirstTwentyAreTold() {
        var ids = IntStream.range(0, 30).mapToObj(Integer::toString).toList();

        assertThat(TELLS.of(30, ids).firstIds()).hasSize(20).startsWith("0").endsWith("19");
    }

    private static Verdict verdict(Finding... findings) {
        return new Diagnosis(List.of(findings)).verdict();
    }
}
