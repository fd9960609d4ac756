package gleaner.event;

/**
 * How much of a record is read at all.
 *
 * @param recordBytes a record's value
 * @param textBytes a message's text, in UTF-8
 * @param jsonDepth nesting of objects and arrays
 */
public record DecodeLimits(int recordBytes, int textBytes, int jsonDepth) {
    public DecodeLimits {
        requirePositive("recordBytes", recordBytes, "bytes");
        requirePositive("textBytes", textBytes, "bytes");
        requirePositive("jsonDepth", jsonDepth, "levels");
    }

    private static void requirePositive(String name, int value, String unit) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + " is " + value + " " + unit + "; allowed is 1 or more");
        }
    }
}
