package gleaner.extract.preference.pattern;

import java.util.Map;

/**
 * Where a pattern fits a sentence.
 *
 * @param start first token
 * @param end behind the last token
 * @param fillings what its slots have taken, by their names
 */
public record Match(int start, int end, Map<String, Filling> fillings) {
    public Match {
        fillings = Map.copyOf(fillings);
    }
}
