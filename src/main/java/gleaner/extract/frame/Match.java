package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import java.util.List;

/**
 * A frame that fits a clause.
 *
 * @param phrases what stands in its slot
 * @param end behind the last token that it covers
 */
record Match(List<Phrase> phrases, int end) {}
