package gleaner.bench.jsonb;

/** How large a user's preferences are. */
enum Documents {
    BYTES_200("0.2 kB", 2, false),
    KB_1("1 kB", 3, true),
    KB_4("4 kB", 12, true),
    KB_16("16 kB", 48, true);

    private final String title;
    private final int entries;
    private final boolean evidence;

    Documents(String title, int entries, boolean evidence) {
        this.title = title;
        this.entries = entries;
        this.evidence = evidence;
    }

    String title() {
        return title;
    }

    /** Keys in a document. */
    int entries() {
        return entries;
    }

    /** Whether entries carry the words that they rest on, as the worker writes them. */
    boolean evidence() {
        return evidence;
    }
}
