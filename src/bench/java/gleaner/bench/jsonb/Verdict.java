package gleaner.bench.jsonb;

/** Whether "10 to 50 times faster and below 1 ms" is true of a measurement. */
enum Verdict {
    HOLDS("holds"),
    /** More than is claimed. */
    EXCEEDED("more than 50 times faster, and below 1 ms"),
    QUICK_ANYWAY("below 1 ms, but not 10 times faster"),
    FASTER_BUT_SLOW("10 times faster or more, but not below 1 ms"),
    FAILS("neither");

    private static final double LEAST = 10;
    private static final double MOST = 50;
    private static final double LIMIT_MILLIS = 1;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isKept() {
        return this == HOLDS || this == EXCEEDED;
    }

    /**
     * @param ratio how many times as long the old way takes
     * @param millis what the new way takes
     */
    static Verdict of(double ratio, double millis) {
        if (millis >= LIMIT_MILLIS) {
            return ratio >= LEAST ? FASTER_BUT_SLOW : FAILS;
        }
        if (ratio < LEAST) {
            return QUICK_ANYWAY;
        }
        return ratio <= MOST ? HOLDS : EXCEEDED;
    }
}
