package gleaner.postgres.rebuild;

import java.util.List;

/**
 * A rebuilt memory held against the live one.
 *
 * @param liveHash state hash of the live memory when the rebuild began
 * @param rebuiltHash state hash of what the log teaches
 * @param differing users of whom the two know something else
 * @param parts of the memory, one by one
 */
public record Comparison(String liveHash, String rebuiltHash, long differing, List<Part> parts) {
    public Comparison {
        parts = List.copyOf(parts);
    }

    public boolean isSame() {
        return liveHash.equals(rebuiltHash);
    }

    /**
     * A part of the memory.
     *
     * @param live users of whom the live memory knows something there
     * @param rebuilt users of whom the rebuilt one does
     * @param differing users of whom the two know something else
     * @param firstDiffering some of these, as {@code gleaner.user_hash} in hexadecimal digits
     */
    public record Part(
            String name, long live, long rebuilt, long differing, List<String> firstDiffering) {
        public Part {
            firstDiffering = List.copyOf(firstDiffering);
        }
    }
}
