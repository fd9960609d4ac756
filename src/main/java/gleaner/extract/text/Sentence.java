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

    /** The token at this place, or {@link Token#NONE} beyond the ends. */
    public Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : Token.NONE;
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
