package gleaner.extract;

import gleaner.extract.Extraction.Span;
import java.util.List;

/**
 * How a turn was read.
 *
 * @param sentences those that were read, in their order
 * @param leftOut what taught nothing and why, in the order of the text
 */
public record Explanation(Extraction extraction, List<Span> sentences, List<LeftOut> leftOut) {
    /** Words that taught nothing. */
    public record LeftOut(Span span, Trace.Why why) {}

    public Explanation {
        sentences = List.copyOf(sentences);
        leftOut = List.copyOf(leftOut);
    }
}
