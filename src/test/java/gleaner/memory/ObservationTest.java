package gleaner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObservationTest {
    private static final Entity TEA = new Entity(EntityType.FOOD, "tea");

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 1})
    void aConfidenceIsAboveNothingAndAtMostCertain(double confidence) {
        assertThat(Said.at(1).surely(confidence).lives("Oslo").confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void anotherConfidenceIsRefused(double confidence) {
        assertThatThrownBy(() -> Said.at(1).surely(confidence))
                .hasMessage("confidence " + confidence + "; allowed is above 0 and at most 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aStrengthIsFromNothingToOne(double strength) {
        assertThat(ofStrength(strength).strength()).isEqualTo(strength);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void anotherStrengthIsRefused(double strength) {
        assertThatThrownBy(() -> ofStrength(strength))
                .hasMessage("strength " + strength + "; allowed is 0 to 1");
    }

    @Test
    void whatIsDeniedOrDislikedIsNegative() {
        var likes = new Statement.Fact(Relation.LIKES, TEA);
        var hates = new Statement.Fact(Relation.HATES, TEA);

        assertThat(Said.at(1).lives("Oslo").of(likes).polarity()).isEqualTo(Polarity.POSITIVE);
        assertThat(Said.at(1).denied().lives("Oslo").of(likes).polarity())
                .isEqualTo(Polarity.NEGATIVE);
        assertThat(Said.at(1).lives("Oslo").of(hates).polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(Said.at(1).wishes("tea", Statement.Wish.AVOID).polarity())
                .isEqualTo(Polarity.POSITIVE);
    }

    @Test
    void theClaimOfAnotherStatementIsTheSameButForIt() {
        var lives = Said.at(3).surely(0.6).denied().lives("Oslo");
        var likes = lives.of(new Statement.Fact(Relation.LIKES, TEA));

        assertThat(likes.statement()).isNotEqualTo(lives.statement());
        assertThat(likes.of(lives.statement())).isEqualTo(lives);
    }

    /** Each differs from the one before by what is looked at next. */
    @Test
    void ofTwoClaimsOneAlwaysPrecedesTheOther() {
        var weakestFirst =
                List.of(
                        in("m1", 0, "e1", "a@1"),
                        in("m1", 0, "e1", "b@1"),
                        in("m1", 0, "e2", "a@1"),
                        in("m1", 1, "e1", "a@1"),
                        in("m2", 0, "e1", "a@1"),
                        Said.at(0).surely(0.95).lives("Oslo"),
                        Said.at(1).lives("Oslo"));
        var shuffled = new ArrayList<>(weakestFirst);
        Collections.shuffle(shuffled, new Random(1));

        shuffled.sort(Observation.BY_PRECEDENCE);

        assertThat(shuffled).containsExactlyElementsOf(weakestFirst);
    }

    @Test
    void evidenceIsAStretchOfTheMessage() {
        assertThat(new Evidence(3, 3, null, "rule").end()).isEqualTo(3);
        assertThatThrownBy(() -> new Evidence(3, 2, null, "rule"))
                .hasMessage("evidence from character 3 to 2");
        assertThatThrownBy(() -> new Evidence(-1, 2, null, "rule"))
                .hasMessage("evidence from character -1 to 2");
    }

    @ParameterizedTest
    @EnumSource
    void aTypeIsFoundByItsName(EntityType type) {
        assertThat(EntityType.named(type.wireName())).contains(type);
        assertThat(EntityType.named(type.wireName() + "s")).isEmpty();
    }

    private static Observation ofStrength(double strength) {
        return copy(Said.at(1).lives("Oslo"), strength, null, new Evidence(0, 1, "x", "r"), "a@1");
    }

    private static Observation in(String message, int start, String event, String extractor) {
        var said = Said.at(0).lives("Oslo");
        var source = new Source(event, "c1", message, said.source().saidAt(), null, null);
        return copy(said, 0.7, source, new Evidence(start, start + 1, "x", "r"), extractor);
    }

    private static Observation copy(
            Observation said,
            double strength,
            @Nullable Source source,
            Evidence evidence,
            String extractor) {
        return new Observation(
                said.userId(),
                said.statement(),
                said.denied(),
                said.temporal(),
                said.confidence(),
                strength,
                said.explicit(),
                said.emotion(),
                source == null ? said.source() : source,
                evidence,
                extractor);
    }
}
