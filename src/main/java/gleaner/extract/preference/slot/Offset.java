package gleaner.extract.preference.slot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An offset from UTC as people write it: {@code UTC+5:30}, {@code gmt -3}, {@code UTC +0200}.
 *
 * @param end behind its last character
 * @param value {@code UTC+05:30}
 */
record Offset(int end, String value) {
    private static final int HEAD = 3;
    private static final int LATEST = 14;

    /** The offset that begins at this character. */
    static @Nullable Offset at(String text, int start) {
        if (!text.regionMatches(true, start, "utc", 0, HEAD)
                && !text.regionMatches(true, start, "gmt", 0, HEAD)) {
            return null;
        }
        int at = skipBlank(text, start + HEAD);
        int sign = at < text.length() ? sign(text.charAt(at)) : 0;
        return sign == 0 ? null : read(text, skipBlank(text, at + 1), sign);
    }

    private static @Nullable Offset read(String text, int from, int sign) {
        int at = digits(text, from);
        if (at == from || at - from > 4) {
            return null;
        }
        int number = Integer.parseInt(text.substring(from, at));
        int hours = at - from > 2 ? number / 100 : number;
        int minutes = at - from > 2 ? number % 100 : 0;
        if (at - from <= 2 && at < text.length() && text.charAt(at) == ':') {
            int end = digits(text, at + 1);
            if (end == at + 3) {
                minutes = Integer.parseInt(text.substring(at + 1, end));
                at = end;
            }
        }
        if (hours > LATEST || minutes > 59 || (at < text.length() && isWord(text.charAt(at)))) {
            return null;
        }
        var value =
                hours == 0 && minutes == 0
                        ? "UTC"
                        : String.format(
                                Locale.ROOT,
                                "UTC%s%02d:%02d",
                                sign > 0 ? "+" : "-",
                                hours,
                                minutes);
        return new Offset(at, value);
    }

    private static int sign(char c) {
        return switch (c) {
            case '+' -> 1;
            case '-', '−', '–' -> -1;
            default -> 0;
        };
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static int skipBlank(String text, int from) {
        return from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    }
}
