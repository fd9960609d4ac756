package gleaner.extract.text;

import java.util.BitSet;

/** Marks what stands between quotation marks; a mark without its fellow means nothing. */
final class Quotations {
    private static final String OPENING = "“„«‘";
    private static final String CLOSING = "”“»’";

    private Quotations() {}

    /**
     * A bit for each character from {@code start} to {@code end} that is quoted, marks included.
     */
    static BitSet in(String text, int start, int end) {
        var quoted = new BitSet();
        int at = start;
        while (at < end) {
            int close = opens(text, at, start, end) ? close(text, at, end) : -1;
            if (close > 0) {
                quoted.set(at, close + 1);
                at = close;
            }
            at++;
        }
        return quoted;
    }

    private static boolean opens(String text, int at, int start, int end) {
        char c = text.charAt(at);
        return c == '"'
                || (OPENING.indexOf(c) >= 0 && c != '‘')
                || ((c == '\'' || c == '‘') && opensSingle(text, at, start, end));
    }

    /** An apostrophe that no word is in front of, with a word of some length behind it. */
    private static boolean opensSingle(String text, int at, int start, int end) {
        boolean free = at == start || " \t(:,-".indexOf(text.charAt(at - 1)) >= 0;
        return free && at + 1 < end && Character.isLetter(text.charAt(at + 1));
    }

    private static int close(String text, int open, int end) {
        char mark = text.charAt(open);
        for (int i = open + 1; i < end; i++) {
            if (closes(mark, text, i, end)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean closes(char open, String text, int at, int end) {
        char c = text.charAt(at);
        return switch (open) {
            case '"' -> c == '"';
            case '\'', '‘' -> (c == '\'' || c == '’') && closesSingle(text, at, end);
            default -> CLOSING.indexOf(c) >= 0 && c != '’';
        };
    }

    /** Behind a word or its stop, and in front of none; not the mark of a plural's possession. */
    private static boolean closesSingle(String text, int at, int end) {
        boolean free = at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1));
        char before = text.charAt(at - 1);
        boolean possession =
                before == 's'
                        && at + 2 < end
                        && text.charAt(at + 1) == ' '
                        && Character.isLetter(text.charAt(at + 2))
                        && hasFurtherMark(text, at, end);
        return free && !Character.isWhitespace(before) && !possession;
    }

    private static boolean hasFurtherMark(String text, int at, int end) {
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if ((c == '\'' || c == '’')
                    && (i + 1 >= end || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }
}
