package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextFormatTest {

    @Test
    void whatALineTeachesStandsBelowItInColumns() throws IOException {
        assertThat(ExtractedLines.text("I love pizza, call me Kim\nhello\nno politics\n").out())
                .containsExactly(
                        "I love pizza, call me Kim",
                        "  loves           pizza  0.90, food, happy        \"love pizza\"",
                        "  preferred_name  Kim    0.90, preference, happy  \"call me Kim\"",
                        "no politics",
                        "  avoid topic  politics  0.90, preference, happy  \"no politics\"");
    }

    @Test
    void linesThatTeachNothingAreCountedAndNotShown() throws IOException {
        var lines = ExtractedLines.text("hello\n\nlove figs and love pears\n");

        assertThat(lines.tally()).isEqualTo(new Answering.Tally(3, 1, 2, 0));
    }

    @Test
    void aLineCannotCommandTheTerminal() throws IOException {
        assertThat(ExtractedLines.text("love figs \u001b[31m\u0007\n").out().getFirst())
                .isEqualTo("love figs  [31m ");
    }
}
