package gleaner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream of UTF-8 apart into lines, of which none takes more memory than its limit. Bytes
 * that are no UTF-8 become the replacement character.
 */
final class LineInput {
    private static final int BLOCK = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final int maxCharacters;
    private final char[] block = new char[BLOCK];
    private int next;
    private int end;
    private long number;

    LineInput(InputStream in, int maxCharacters) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.maxCharacters = maxCharacters;
    }

    /**
     * The next lines: those that have arrived whole, at least one, and none at the end. So whoever
     * types one line gets its answer.
     */
    List<InputLine> next() throws IOException {
        var lines = new ArrayList<InputLine>();
        do {
            var line = line();
            if (line == null) {
                break;
            }
            lines.add(line);
        } while (indexOfLineEnd() < end);
        return lines;
    }

    private @Nullable InputLine line() throws IOException {
        if (next == end && !fill()) {
            return null;
        }
        number++;
        var text = new StringBuilder();
        var cut = false;
        do {
            var stop = indexOfLineEnd();
            var room = maxCharacters - text.length();
            cut |= stop - next > room;
            text.append(block, next, Math.min(stop - next, room));
            next = stop;
        } while (next == end && fill());
        next = Math.min(next + 1, end);
        return new InputLine(number, trimmed(text), cut);
    }

    private int indexOfLineEnd() {
        var i = next;
        while (i < end && block[i] != '\n') {
            i++;
        }
        return i;
    }

    private String trimmed(StringBuilder text) {
        var first = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        var last = text.length();
        return text.substring(
                first, last > first && text.charAt(last - 1) == '\r' ? last - 1 : last);
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }
}
