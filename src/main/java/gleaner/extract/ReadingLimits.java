package gleaner.extract;

/**
 * How much is kept of one message.
 *
 * @param factsPerMessage observations, the first ones
 * @param quoteCharacters longest evidence quote, in UTF-16 units
 * @param quotes whether evidence holds the words, or only where they stand
 */
public record ReadingLimits(int factsPerMessage, int quoteCharacters, boolean quotes) {
    public ReadingLimits {
        if (factsPerMessage < 1) {
            throw new IllegalArgumentException(
                    "factsPerMessage is " + factsPerMessage + "; allowed is 1 or more");
        }
        if (quoteCharacters < 1) {
            throw new IllegalArgumentException(
                    "quoteCharacters is " + quoteCharacters + "; allowed is 1 or more");
        }
    }
}
