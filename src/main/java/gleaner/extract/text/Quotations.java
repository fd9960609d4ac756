package gleaner.extract.text;

import java.util.BitSet;

/** Marks what stands between quotation marks; a mark without its fellow means nothing. */
final class Quotations {
    private static final String OPENING = "“„«";
    private static final String CLOSING = "”“»";

    private Quotations() {}

    /**
     * A bit for each character from {@code start} to {@code end} that is quoted, marks included.
     */
    static BitSet in(String text, int start, int end) {
        var quoted = new BitSet();
        int open = -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (open >= 0 && closes(text.charAt(open), c)) {
                quoted.set(open, i + 1);
                open = -1;
            } else if (open < 0 && (c == '"' || OPENING.indexOf(c) >= 0)) {
                open = i;
            }
        }
        return quoted;
    }

    private static boolean closes(char open, char c) {
        return open == '"' ? c == '"' : CLOSING.indexOf(c) >= 0 && c != '„';
    }
}
