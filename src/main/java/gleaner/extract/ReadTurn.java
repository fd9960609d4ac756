package gleaner.extract;

import gleaner.extract.text.Sentence;
import java.util.List;

/**
 * A turn taken apart: what every reader of findings starts from.
 *
 * @param turn the message
 * @param context the turns before it
 * @param sentences the user's own words: without code, quoted lines and forged roles
 * @param asked the last sentences of the assistant's turn right before, which this may answer;
 *     empty where there is none
 * @param askedIn the text that these sentences stand in
 * @param trace is told what is left out
 */
public record ReadTurn(
        Turn turn,
        Context context,
        List<Sentence> sentences,
        List<Sentence> asked,
        String askedIn,
        Trace trace) {
    public ReadTurn {
        sentences = List.copyOf(sentences);
        asked = List.copyOf(asked);
    }
}
