package gleaner.demo;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How wide text stands on a terminal, and how it is made to fit. */
final class Cells {
    private static final Set<UnicodeScript> WIDE =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);
    private static final int FIRST_PICTOGRAPH = 0x1F300;
    private static final int LAST_PICTOGRAPH = 0x1FAFF;

    private Cells() {}

    /** In columns. */
    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return (point >= FIRST_PICTOGRAPH && point <= LAST_PICTOGRAPH)
                || WIDE.contains(UnicodeScript.of(point));
    }

    /** Without what could command the terminal; white space as single spaces. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** At most so wide; what is missing is marked. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        var kept = new StringBuilder();
        var used = 1;
        for (var point : text.codePoints().toArray()) {
            used += width(point);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** Broken between words into at most so many lines; the last one is cut where more is left. */
    static List<String> wrap(String text, int columns, int lines) {
        var wrapped = new ArrayList<String>();
        var rest = text;
        while (width(rest) > columns && wrapped.size() < lines - 1) {
            var end = breakIn(rest, columns);
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        wrapped.add(cut(rest, columns));
        return wrapped;
    }

    /** Behind the last word that fits, or within the first where not even that one does. */
    private static int breakIn(String text, int columns) {
        var fits = 0;
        var used = 0;
        var space = 0;
        while (used <= columns && fits < text.length()) {
            var point = text.codePointAt(fits);
            used += width(point);
            if (point == ' ' && used <= columns + 1) {
                space = fits;
            }
            if (used <= columns) {
                fits += Character.charCount(point);
            }
        }
        return space > 0 ? space : fits;
    }
}
