package gleaner.bench.jsonb;

import java.util.List;

/** What stands beside the table so that a document is found by what is in it. */
enum Access {
    NONE("no index"),
    GIN("GIN jsonb_ops", "USING gin ({document})"),
    /** Merges still put their keys aside, but few of them at a time. */
    GIN_SHORT_LIST(
            "GIN jsonb_ops, pending list of 256 kB",
            "USING gin ({document}) WITH (gin_pending_list_limit = 256)"),
    /** Every merge puts its keys into the tree itself; no list that each look-up must read. */
    GIN_AT_ONCE("GIN jsonb_ops, fastupdate off", "USING gin ({document}) WITH (fastupdate = off)"),
    PATH_OPS("GIN jsonb_path_ops", "USING gin ({document} jsonb_path_ops)"),
    PARTIAL(
            "partial expression",
            "USING btree (({document}->>'preferred_name')) WHERE {document} ? 'preferred_name'"),
    /** What the migrations make. */
    SHIPPED(
            "GIN jsonb_ops, pending list of 256 kB, and both partial expressions",
            "USING gin ({document}) WITH (gin_pending_list_limit = 256)",
            "USING btree (({document}->>'preferred_name')) WHERE {document} ? 'preferred_name'",
            "USING btree (lower({document}->>'preferred_name'))"
                    + " WHERE {document} ? 'preferred_name'");

    /** Names of indexes begin with it, which tells them from primary keys in a plan. */
    static final String PREFIX = "bench_";

    private final String title;
    private final List<String> definitions;

    Access(String title, String... definitions) {
        this.title = title;
        this.definitions = List.of(definitions);
    }

    String title() {
        return title;
    }

    /** In the template language of {@link Side#sql}, to stand behind {@code CREATE INDEX ON}. */
    List<String> definitions() {
        return definitions;
    }
}
