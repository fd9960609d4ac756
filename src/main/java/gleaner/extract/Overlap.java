package gleaner.extract;

import gleaner.extract.text.Sentence;
import java.util.List;

/**
 * Finds the sentences that words of a turn stand in, by halving: a long turn has thousands of
 * sentences, and as many findings that ask for theirs.
 */
final class Overlap {
    private Overlap() {}

    /**
     * The sentences that share a character with a stretch of the text.
     *
     * @param sentences of one text, in its order
     */
    static List<Sentence> of(List<Sentence> sentences, int start, int end) {
        int from = firstBehind(sentences, start);
        int to = from;
        while (to < sentences.size() && sentences.get(to).start() < end) {
            to++;
        }
        return sentences.subList(from, to);
    }

    /** Index of the first sentence that ends behind a place. */
    private static int firstBehind(List<Sentence> sentences, int place) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
