package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineInputTest {

    @Test
    void linesEndWithANewlineOrTheInput() throws IOException {
        assertThat(texts("one\ntwo\r\n\nlast", 100)).containsExactly("one", "two", "", "last");
    }

    @Test
    void aByteOrderMarkBelongsToNoLine() throws IOException {
        assertThat(texts("\uFEFFone\n\uFEFFtwo", 100)).containsExactly("one", "\uFEFFtwo");
    }

    @Test
    void aLineIsCutBehindItsLimitAndTheNextOneIsWhole() throws IOException {
        var lines = all(new LineInput(bytes("abc\nabcd\nabcde\nab\n"), 4));

        assertThat(lines)
                .containsExactly(
                        new InputLine(1, "abc", false),
                        new InputLine(2, "abcd", false),
                        new InputLine(3, "abcd", true),
                        new InputLine(4, "ab", false));
    }

    @Test
    @Timeout(10)
    void aLineIsThereAsSoonAsItIsWritten() throws IOException {
        try (var writer = new PipedOutputStream();
                var reader = new PipedInputStream(writer)) {
            writer.write("first\nsec".getBytes(StandardCharsets.UTF_8));
            writer.flush();

            assertThat(new LineInput(reader, 100).next())
                    .containsExactly(new InputLine(1, "first", false));
        }
    }

    @Property
    void linesAreThoseOfAnyOtherReader(
            @ForAll @StringLength(max = 300) @CharRange(from = 'a', to = 'c') String letters)
            throws IOException {
        var text = letters.replace('c', '\n').repeat(500);

        assertThat(texts(text, 1_000_000)).isEqualTo(text.lines().toList());
    }

    private static List<String> texts(String input, int max) throws IOException {
        return all(new LineInput(bytes(input), max)).stream().map(InputLine::text).toList();
    }

    private static List<InputLine> all(LineInput in) throws IOException {
        var all = new ArrayList<InputLine>();
        for (var lines = in.next(); !lines.isEmpty(); lines = in.next()) {
            all.addAll(lines);
        }
        return all;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
