package gleaner.extract.preference;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.emotion.EmotionReader;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** What holds for every text, sensible or not. */
class AnyTextTest {
    private static final EmotionReader EMOTIONS = EmotionReader.load();
    private static final List<String> KEYS =
            List.of(
                    "preferred_name",
                    "pronouns",
                    "timezone",
                    "location",
                    "language",
                    "topic_preferences",
                    "communication_style");

    /** Steps that one token may cost at most, whatever stands around it. */
    private static final long STEPS_PER_TOKEN = 2_000;

    @Property(tries = 300)
    void noTextMakesItThrowAndEverySpanLiesInside(@ForAll("texts") String text) {
        for (var finding : Readings.findings("What should I call you?", text)) {
            assertThat(finding.start()).isBetween(0, finding.end() - 1);
            assertThat(finding.end()).isLessThanOrEqualTo(text.length());
            assertThat(finding.confidence()).isBetween(0.5, 1.0);
            assertThat(finding.rule()).contains(".");
        }
        Readings.turn("", text).sentences().forEach(s -> assertThat(EMOTIONS.of(s)).isNotNull());
    }

    @Property(tries = 150)
    void everyValueIsOneThatItsKeyAccepts(@ForAll("texts") String text) {
        for (var finding : Readings.findings("Where do you live?", text)) {
            switch (finding.statement()) {
                case Statement.Preference p ->
                        assertThat(p.key().normalise(p.value())).contains(p.value());
                case Statement.TopicWish(var topic, var _) ->
                        assertThat(PreferenceKey.TOPIC_PREFERENCES.normalise(topic))
                                .contains(topic);
                case Statement.Fact fact -> throw new AssertionError(fact);
            }
        }
    }

    @Property(tries = 100)
    void theSameTextGivesTheSameFindings(@ForAll("texts") String text) {
        assertThat(Readings.findings("", text)).isEqualTo(Readings.findings("", text));
    }

    @Test
    void aTextTwiceAsLongCostsAtMostLittleMoreThanTwice() {
        for (var hostile :
                List.of(
                        "call me ",
                        "please can you please always just please ",
                        "i live in New York, New York and ",
                        "cst ist bst my timezone is cst ",
                        "they/them/they/them/",
                        "let's not talk about politics or religion or ",
                        "don't stop never don't keep it short ",
                        "\"call me \" i'm i'm i'm ",
                        "from now on in future always i want you to ")) {
            long once = work(hostile, 200);
            long twice = work(hostile, 400);

            assertThat(twice).as(hostile).isLessThanOrEqualTo(once * 22 / 10 + 1_000);
        }
    }

    @Test
    void noTokenCostsMoreThanItsShare() {
        for (var key : KEYS) {
            for (var message : Labelled.load(key)) {
                var turn = Readings.turn(message.asked(), message.text());
                long tokens = turn.sentences().stream().mapToLong(s -> s.size()).sum();

                assertThat(Readings.READER.work(turn))
                        .as(message.text())
                        .isLessThanOrEqualTo(tokens * STEPS_PER_TOKEN);
            }
        }
    }

    private static long work(String words, int times) {
        return Readings.READER.work(Readings.turn("", words.repeat(times)));
    }

    /** Labelled messages cut up and mixed with each other and with noise. */
    @Provide
    Arbitrary<String> texts() {
        var words =
                KEYS.stream()
                        .flatMap(key -> Labelled.load(key).stream())
                        .flatMap(message -> List.of(message.text().split(" ", -1)).stream())
                        .distinct()
                        .toList();
        var known = Arbitraries.of(words);
        var noise = Arbitraries.strings().ofMaxLength(6);
        var signs =
                Arbitraries.of(
                        "\"",
                        "/",
                        "(",
                        ")",
                        "\uD83D\uDE00",
                        "\uD83D",
                        "\n",
                        "\t",
                        "'",
                        "’",
                        "UTC+",
                        "…",
                        "İ",
                        "ﬁ");
        return Arbitraries.frequencyOf(Tuple.of(8, known), Tuple.of(1, noise), Tuple.of(1, signs))
                .list()
                .ofMaxSize(40)
                .map(parts -> parts.stream().collect(Collectors.joining(" ")));
    }
}
