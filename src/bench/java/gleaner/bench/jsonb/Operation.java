package gleaner.bench.jsonb;

import java.util.stream.IntStream;

/**
 * A statement of the worker or of its readers, in the template language of {@link Side#sql}. They
 * are measured in this order: the merges leave behind what the last look-up meets.
 */
enum Operation {
    CAST(
            "`->>` with a cast, one user by id",
            "SELECT ({document}->'preferred_name'->>'confidence')::float FROM {table} WHERE"
                    + " universal_id = ?"),
    RARE_KEY(
            "`?`, a key that 1 in 1,000 has",
            "SELECT universal_id FROM {table} WHERE {document} ?? 'pronouns'"),
    COMMON_KEY(
            "`?` and `->>` with a cast, a key that half have",
            """
            SELECT universal_id, {document}->>'preferred_name', ({document}->'preferred_name'->>'confidence')::float
              FROM {table} WHERE {document} ?? 'preferred_name'
            """),
    CONTAINMENT(
            "`@>`, some 10 users", "SELECT universal_id FROM {table} WHERE {document} @> ?::jsonb"),
    ENTRY(
            "`->>`, equal to one user's entry",
            """
            SELECT universal_id FROM {table}
             WHERE {document} ?? 'preferred_name'
               AND {document}->>'preferred_name' = (SELECT preferences->>'preferred_name' FROM jsonb_native
                                                     WHERE universal_id = ?)
            """),
    MERGE(
            "merge `|| $1`, one user",
            "UPDATE {table} SET preferences = ({document} || ?::jsonb)::{type} WHERE universal_id ="
                    + " ?"),
    BATCH(
            "merge `|| $1`, 250 users",
            """
            UPDATE {table} u SET preferences = ({document} || ?::jsonb)::{type}
              FROM unnest(string_to_array(?, ',')) AS p (user_id) WHERE u.universal_id = p.user_id
            """),
    RARE_KEY_AFTERWARDS("the same after the merges", RARE_KEY.template);

    private static final int BATCHED = 250;

    /** Two primes, so that rounds meet users far from each other. */
    private static final long STRIDE = 7_919;

    private static final long START = 104_729;

    private final String title;
    private final String template;

    Operation(String title, String template) {
        this.title = title;
        this.template = template;
    }

    String title() {
        return title;
    }

    boolean isMerge() {
        return this == MERGE || this == BATCH;
    }

    /** Whether an index on the document could serve it; the others find their user by id. */
    boolean isSearch() {
        return !isMerge() && this != CAST;
    }

    String sql(Side side) {
        return side.sql(template);
    }

    /** What is bound in this round. */
    Object[] parameters(Cell cell, int round) {
        return switch (this) {
            case MERGE -> new Object[] {patch(round), user(cell, round)};
            case BATCH -> new Object[] {patch(round), batch(cell, round)};
            case RARE_KEY, RARE_KEY_AFTERWARDS, COMMON_KEY -> new Object[0];
            case CONTAINMENT ->
                    new Object[] {
                        "{\"location\": {\"value\": \"Town %d\"}}"
                                .formatted(number(cell, round) % cell.towns())
                    };
            case ENTRY, CAST -> new Object[] {"user_" + even(number(cell, round))};
        };
    }

    /** Users that a merge changes. */
    int merged(Cell cell) {
        return this == BATCH ? Math.min(BATCHED, cell.users()) : 1;
    }

    private static String patch(int round) {
        return """
        {"preferred_name": {"value": "Name %d", "confidence": 0.9, "updated_at": "2025-06-01T12:00:00Z"}}
        """
                .formatted(round);
    }

    private static String user(Cell cell, int round) {
        return "user_" + number(cell, round);
    }

    private String batch(Cell cell, int round) {
        return String.join(
                ",",
                IntStream.range(0, merged(cell))
                        .mapToObj(i -> user(cell, round * BATCHED + i))
                        .toList());
    }

    private static long number(Cell cell, int round) {
        return (START + round * STRIDE) % cell.users() + 1;
    }

    /** Users with an even number have a name. */
    private static long even(long number) {
        return number % 2 == 0 ? number : number + (number == 1 ? 1 : -1);
    }
}
