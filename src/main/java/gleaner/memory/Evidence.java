package gleaner.memory;

import org.jspecify.annotations.Nullable;

/**
 * The words a statement was read from.
 *
 * @param start first character in the message, in UTF-16 units
 * @param end behind the last character
 * @param quote the words themselves, shortened to the configured length; absent where quotes are
 *     switched off
 * @param rule which rule of the reader read them
 */
public record Evidence(int start, int end, @Nullable String quote, String rule) {
    public Evidence {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("evidence from character " + start + " to " + end);
        }
    }
}
