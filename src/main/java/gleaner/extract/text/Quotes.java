package gleaner.extract.text;

import java.util.ArrayList;
import java.util.List;

/** Marks what stands between quotation marks; a mark without its fellow means nothing. */
final class Quotes {
    private Quotes() {}

    static List<Token> mark(List<Token> tokens) {
        int open = -1;
        var marked = new ArrayList<>(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (isMark(tokens.get(i))) {
                if (open < 0) {
                    open = i;
                } else {
                    for (int k = open; k <= i; k++) {
                        var t = tokens.get(k);
                        marked.set(
                                k,
                                new Token(t.text(), t.word(), t.tag(), t.start(), t.end(), true));
                    }
                    open = -1;
                }
            }
        }
        return marked;
    }

    private static boolean isMark(Token token) {
        return token.text().length() == 1 && "\"“”„«»".indexOf(token.text().charAt(0)) >= 0;
    }
}
