package gleaner.extract;

import gleaner.memory.Observation;
import java.util.List;

/**
 * What a reader made of one turn.
 *
 * @param observations at most one for each slot and value, in the order of the text
 * @param unread first-person statements that no rule could read: what a second reader would be
 *     asked about
 * @param unsupportedLanguage the turn is in no language that the reader knows
 */
public record Extraction(
        List<Observation> observations, List<Span> unread, boolean unsupportedLanguage) {
    public static final Extraction NOTHING = new Extraction(List.of(), List.of(), false);

    /** A stretch of the turn's text, in UTF-16 units. */
    public record Span(int start, int end) {}

    public Extraction {
        observations = List.copyOf(observations);
        unread = List.copyOf(unread);
    }
}
