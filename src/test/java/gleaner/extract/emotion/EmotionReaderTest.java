package gleaner.extract.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.lang.Table;
import gleaner.extract.text.TextReader;
import gleaner.memory.Emotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmotionReaderTest {
    private static final EmotionReader READER = EmotionReader.load();
    private static final TextReader TEXT = TextReader.load();

    @ParameterizedTest
    @EnumSource(Emotion.class)
    void feelingsAreToldFromSentencesLabelledByHand(Emotion emotion) throws IOException {
        var wrong = new ArrayList<String>();
        int all = 0;
        for (var row : labelled("emotion")) {
            if (row.constant(Emotion.class, 0) == emotion) {
                all++;
                var told = tell(row.cell(1));
                if (told != emotion) {
                    wrong.add(told + ": " + row.cell(1));
                }
            }
        }
        assertThat(wrong).as("of " + all).hasSizeLessThanOrEqualTo(all / 10);
    }

    @Test
    void noFeelingIsToldTooOften() throws IOException {
        Map<Emotion, Integer> told = new EnumMap<>(Emotion.class);
        Map<Emotion, Integer> right = new EnumMap<>(Emotion.class);
        for (var row : labelled("emotion")) {
            var emotion = tell(row.cell(1));
            told.merge(emotion, 1, Integer::sum);
            right.merge(emotion, emotion == row.constant(Emotion.class, 0) ? 1 : 0, Integer::sum);
        }
        told.forEach((emotion, count) ->
                assertThat(right.getOrDefault(emotion, 0) / (double) count)
                        .as("precision of " + emotion)
                        .isGreaterThanOrEqualTo(0.9));
    }

    @Test
    void sentencesWrittenAfterTheCuesAreToldToo() throws IOException {
        var rows = labelled("blind");
        long right =
                rows.stream()
                        .filter(row -> tell(row.cell(1)) == row.constant(Emotion.class, 0))
                        .count();

        assertThat(right / (double) rows.size()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void eachClauseHasItsOwnFeeling() {
        var text = "I love my garden but I'm worried about my mum";
        var sentence = TEXT.read(text).getFirst();

        assertThat(READER.of(sentence, text.indexOf("garden"), text.indexOf("garden") + 6))
                .isEqualTo(Emotion.HAPPY);
        assertThat(READER.of(sentence, text.indexOf("mum"), text.length()))
                .isEqualTo(Emotion.ANXIOUS);
    }

    @Test
    void anEmojiColoursTheClausesThatShowNothing() {
        var text = "we moved to Oslo, new flat and all 🎉";
        var sentence = TEXT.read(text).getFirst();

        assertThat(READER.of(sentence, 0, 16)).isEqualTo(Emotion.EXCITED);
    }

    private static Emotion tell(String text) {
        var sentences = TEXT.read(text);
        return sentences.isEmpty() ? Emotion.NEUTRAL : READER.of(sentences.getFirst());
    }

    private static List<Table.Row> labelled(String name) throws IOException {
        var file = "/gleaner/extract/emotion/" + name + ".tsv";
        try (var in = EmotionReaderTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return Table.read(file, in).rows();
        }
    }
}
