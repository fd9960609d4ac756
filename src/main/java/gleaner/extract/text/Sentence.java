package gleaner.extract.text;

import java.util.List;

/**
 * A sentence of a message.
 *
 * @param tokens at least one
 * @param question ends with a question mark
 * @param exclaimed ends with an exclamation mark
 */
public record Sentence(List<Token> tokens, boolean question, boolean exclaimed) {
    public Sentence {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a sentence without tokens");
        }
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    /** First character in the message, in UTF-16 units. */
    public int start() {
        return tokens.getFirst().start();
    }

    /** Behind the last character. */
    public int end() {
        return tokens.getLast().end();
    }
}
