package gleaner.extract.emotion;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Pattern;
import gleaner.extract.preference.pattern.Pieces;
import gleaner.memory.Emotion;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Words that show a feeling.
 *
 * @param emotion which; {@link Emotion#NEUTRAL} for an idiom whose words show none
 * @param weight how clearly, 0 to 1
 * @param negated what they show under a negation: not happy is sad, not angry is nothing
 * @param pattern the words
 */
record Cue(Emotion emotion, double weight, Emotion negated, Pattern pattern) {

    /** Reads a row of an emotion, a weight, an emotion when negated, and words parted by bars. */
    static Stream<Cue> of(Table.Row row, Pieces pieces) {
        var negated = row.cell(2).isEmpty() ? Emotion.NEUTRAL : row.constant(Emotion.class, 2);
        var emotion = row.constant(Emotion.class, 0);
        double weight = row.share(1);
        return Arrays.stream(row.cell(3).split("\\|(?![^(]*\\))", -1))
                .map(words -> new Cue(emotion, weight, negated, pieces.compile(row, words)));
    }
}
