package gleaner.eval;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.extract.lang.Table;
import gleaner.extract.text.Lexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Natural conversations, labelled by people who did not know the rules, must be read as well as
 * they were when {@code floors.tsv} was written, but for a point. The set {@code unread} was never
 * looked into while rules were written, and is not to be.
 */
class QualityGateTest {
    private static final double POINT = 0.01;
    private static final Judge JUDGE =
            new Judge(EmbeddedReader.load(new ReadingLimits(50, 240, true)), Lexicon.load());

    static List<Table.Row> floors() throws IOException {
        try (var in = resource("floors.tsv")) {
            return Table.read("floors.tsv", in).rows();
        }
    }

    @ParameterizedTest
    @MethodSource("floors")
    void noSetIsReadWorseThanItWas(Table.Row floor) throws IOException {
        var quality = quality(floor.cell(0));
        assertThat(quality.facts().f1()).as("F1 of facts").isGreaterThan(floor.share(1) - POINT);
        assertThat(quality.facts().precision())
                .as("precision of facts")
                .isGreaterThan(floor.share(2) - POINT);
        assertThat(quality.preferences().f1())
                .as("F1 of preferences")
                .isGreaterThan(floor.share(3) - POINT);
        assertThat(quality.traps().share())
                .as("share of traps sprung")
                .isLessThan(floor.share(4) + POINT);
        assertThat(quality.reliability().error())
                .as("calibration error")
                .isLessThan(floor.share(5) + POINT);
    }

    private static Quality quality(String set) throws IOException {
        var quality = new Quality();
        try (var in = resource("/gleaner/extract/labelled/" + set + ".jsonl")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> quality.add(JUDGE.judge(LabelledLine.read(line))));
        }
        assertThat(quality.conversations()).isGreaterThanOrEqualTo(220);
        return quality;
    }

    private static java.io.InputStream resource(String name) {
        return Objects.requireNonNull(QualityGateTest.class.getResourceAsStream(name), name);
    }
}
