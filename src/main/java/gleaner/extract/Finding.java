package gleaner.extract;

import gleaner.memory.Statement;
import gleaner.memory.Temporal;

/**
 * A statement that a stage has found in a turn, before it becomes an observation.
 *
 * @param statement what was said
 * @param denied whether it was denied or called off
 * @param temporal when it holds
 * @param confidence how surely it was read, above 0 and at most 1
 * @param strength how strongly it was put, 0 to 1
 * @param explicit said outright, not implied
 * @param start first character of the evidence, in UTF-16 units of the turn's text
 * @param end behind its last character
 * @param rule which rule found it
 */
public record Finding(
        Statement statement,
        boolean denied,
        Temporal temporal,
        double confidence,
        double strength,
        boolean explicit,
        int start,
        int end,
        String rule) {
    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    rule + " found words from character " + start + " to " + end);
        }
    }
}
