package gleaner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    private static final List<String> NAMES = Catalogue.ALL.stream().map(Setting::name).toList();

    @ParameterizedTest
    @CsvSource({
        "kafka.topic,kafka.topics",
        "kafka.groupId,kafka.group-id",
        "kafka.gruop-id,kafka.group-id",
        "gleaner.kafka.topics,kafka.topics",
        "pool-size,postgres.pool-size",
        "postgres.pasword,postgres.password"
    })
    void aSlipFindsTheNameThatWasMeant(String written, String meant) {
        assertThat(NearMiss.of(written, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"redis.uri", "kafka.something-else", "x"})
    void whatIsFarFromEveryNameFindsNone(String written) {
        assertThat(NearMiss.of(written, NAMES)).isEmpty();
    }

    @Test
    void aNameBeyondAllMeasureIsNotMeasured() {
        assertThat(NearMiss.of("k".repeat(100_000_000), NAMES)).isEmpty();
    }

    @Property
    void distanceIsAMeasureInBothDirections(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertThat(NearMiss.distance(a, b)).isEqualTo(NearMiss.distance(b, a));
        assertThat(NearMiss.distance(a, b) == 0).isEqualTo(a.equals(b));
    }
}
