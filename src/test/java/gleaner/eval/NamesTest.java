package gleaner.eval;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.text.Lexicon;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final Names NAMES = new Names(Lexicon.load());

    @ParameterizedTest
    @CsvSource({
        "Krakow, Kraków",
        "dogs, the dog",
        "playing the guitar, play guitar",
        "Biscuit, dog Biscuit",
        "nurse, ICU nurse"
    })
    void namesThatMeanTheSame(String one, String other) {
        assertThat(NAMES.match(one, List.of(other))).isTrue();
        assertThat(NAMES.match(other, List.of(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"dog, dog food", "Oslo, Bergen", "'', dog"})
    void namesThatDoNot(String one, String other) {
        assertThat(NAMES.match(one, List.of(other))).isFalse();
        assertThat(NAMES.match(other, List.of(one))).isFalse();
    }
}
