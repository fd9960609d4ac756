package gleaner.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {

    /** Counted are characters looked at, not time: a text twice as long costs twice as many. */
    @ParameterizedTest
    @ValueSource(
            strings = {"'a ", "\"a ", "‘a ", "“a ", "'s a ", "a' ", "«a 'b “c ", "''", "'a\" "})
    void marksWithoutFellowsCostNoMoreThanTheirNumber(String hostile) {
        long once = steps(hostile.repeat(500));
        long twice = steps(hostile.repeat(1_000));
        assertThat(twice).as(hostile).isLessThanOrEqualTo(once * 22 / 10 + 100);
    }

    private static long steps(String text) {
        var counting = new CountingText(text);
        Quotations.in(counting, 0, text.length());
        return counting.steps;
    }

    /** A text that counts how often it is looked at. */
    private static final class CountingText implements CharSequence {
        private final String text;
        private long steps;

        private CountingText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
