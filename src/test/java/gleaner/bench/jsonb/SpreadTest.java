package gleaner.bench.jsonb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void quartilesOfAnOddNumberAreValuesThemselves() {
        assertThat(Spread.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0))).isEqualTo(new Spread(2, 3, 4));
    }

    @Test
    void betweenTwoValuesItIsAsFarAsThePlace() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(1.75, 2.5, 3.25));
    }

    @Test
    void oneValueIsAllOfIt() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> Spread.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values");
    }

    @Test
    void aRatioIsMadeRoundByRoundSoThatASlowMomentDoesNotCount() {
        var rounds =
                new Rounds(
                        List.of(
                                Map.of(Side.TEXT_BARE, 10.0, Side.JSONB, 1.0),
                                Map.of(Side.TEXT_BARE, 2_000.0, Side.JSONB, 200.0),
                                Map.of(Side.TEXT_BARE, 30.0, Side.JSONB, 3.0)));

        assertThat(rounds.ratio(Side.TEXT_BARE, Side.JSONB)).isEqualTo(new Spread(10, 10, 10));
        assertThat(rounds.of(Side.JSONB).median()).isEqualTo(3);
        assertThat(rounds.has(Side.TEXT_SAME)).isFalse();
    }
}
