package gleaner.bench.jsonb;

/** One of the tables that hold the same documents. */
enum Side {
    /** As the older worker left it, and what the claim compares with. */
    TEXT_BARE("TEXT, no index", "text_bare", "text", "(preferences::jsonb)"),
    /** With the index of the JSONB side, over the cast: what is left is the type alone. */
    TEXT_SAME("TEXT, same index", "text_same", "text", "(preferences::jsonb)"),
    JSONB("JSONB", "jsonb_native", "jsonb", "preferences");

    private final String title;
    private final String table;
    private final String type;
    private final String document;

    Side(String title, String table, String type, String document) {
        this.title = title;
        this.table = table;
        this.type = type;
        this.document = document;
    }

    String title() {
        return title;
    }

    String table() {
        return table;
    }

    String type() {
        return type;
    }

    /** Whether it gets the index that is measured. */
    boolean isIndexed() {
        return this != TEXT_BARE;
    }

    /** A statement for this side: its table, its type, and its document as JSONB. */
    String sql(String template) {
        return template.replace("{table}", table)
                .replace("{type}", type)
                .replace("{document}", document);
    }
}
