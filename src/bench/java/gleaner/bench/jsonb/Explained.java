package gleaner.bench.jsonb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the server says about one run of a statement.
 *
 * @param nodes kinds of scan, outermost first
 * @param indexed whether the measured index was gone through
 * @param buffers pages of 8 kB touched, found in memory or not
 */
record Explained(String nodes, boolean indexed, long buffers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param plan as {@code EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)} gives it
     */
    static Explained of(String plan) {
        try {
            var root = JSON.readTree(plan).get(0).get("Plan");
            return new Explained(scans(root), usesIndex(root), buffers(root));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no plan in JSON", e);
        }
    }

    private static long buffers(JsonNode root) {
        return root.path("Shared Hit Blocks").asLong() + root.path("Shared Read Blocks").asLong();
    }

    private static boolean usesIndex(JsonNode root) {
        return root.findValuesAsText("Index Name").stream()
                .anyMatch(name -> name.startsWith(Access.PREFIX));
    }

    private static String scans(JsonNode root) {
        return String.join(
                ", ",
                root.findValuesAsText("Node Type").stream()
                        .filter(node -> node.endsWith("Scan"))
                        .distinct()
                        .toList());
    }
}
