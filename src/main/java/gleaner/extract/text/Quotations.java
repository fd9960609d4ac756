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
    static BitSet in(CharSequence text, int start, int end) {
        var quoted = new BitSet();
        int lastSingle = lastSingle(text, start, end);
        // Where one mark finds no fellow, no later one of its kind does: so each kind is sought to
        // the end once at most, and the walk stays linear.
        var alone = new StringBuilder();
        for (int at = start; at < end; at++) {
            char mark = text.charAt(at);
            if (alone.indexOf(String.valueOf(mark)) < 0 && opens(text, at, start, end)) {
                int close = close(text, at, end, lastSingle);
                if (close < 0) {
                    alone.append(mark);
                } else {
                    quoted.set(at, close + 1);
                    at = close;
                }
            }
        }
        return quoted;
    }

    private static boolean opens(CharSequence text, int at, int start, int end) {
        char c = text.charAt(at);
        return c == '"'
                || (OPENING.indexOf(c) >= 0 && c != '‘')
                || ((c == '\'' || c == '‘') && opensSingle(text, at, start, end));
    }

    /** An apostrophe that no word is in front of, with a word of some length behind it. */
    private static boolean opensSingle(CharSequence text, int at, int start, int end) {
        boolean free = at == start || " \t(:,-".indexOf(text.charAt(at - 1)) >= 0;
        return free && at + 1 < end && Character.isLetter(text.charAt(at + 1));
    }

    private static int close(CharSequence text, int open, int end, int lastSingle) {
        char mark = text.charAt(open);
        for (int i = open + 1; i < end; i++) {
            if (closes(mark, text, i, end, lastSingle)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean closes(char open, CharSequence text, int at, int end, int lastSingle) {
        char c = text.charAt(at);
        return switch (open) {
            case '"' -> c == '"';
            case '\'', '‘' -> (c == '\'' || c == '’') && closesSingle(text, at, end, lastSingle);
            default -> CLOSING.indexOf(c) >= 0 && c != '’';
        };
    }

    /** Behind a word or its stop, and in front of none; not the mark of a plural's possession. */
    private static boolean closesSingle(CharSequence text, int at, int end, int lastSingle) {
        boolean free = at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1));
        char before = text.charAt(at - 1);
        boolean possession =
                before == 's'
                        && at + 2 < end
                        && text.charAt(at + 1) == ' '
                        && Character.isLetter(text.charAt(at + 2))
                        && lastSingle > at;
        return free && !Character.isWhitespace(before) && !possession;
    }

    /** The last apostrophe that could end a quotation; -1 where there is none. */
    private static int lastSingle(CharSequence text, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            char c = text.charAt(i);
            if ((c == '\'' || c == '’')
                    && (i + 1 >= end || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }
}
