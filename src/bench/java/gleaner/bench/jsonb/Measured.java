package gleaner.bench.jsonb;

import java.util.Map;
import java.util.Optional;

/**
 * What one operation with one index came to in one cell.
 *
 * @param rounds none where the index does not serve it: it is then as without
 * @param plans by side
 * @param written by side, for merges
 */
record Measured(
        Cell cell,
        Access access,
        Operation operation,
        Optional<Rounds> rounds,
        Map<Side, Explained> plans,
        Map<Side, Written> written) {

    /** What the seed compares: the old table without an index, the new one with this. */
    Optional<Spread> claimed() {
        return rounds.map(r -> r.ratio(Side.TEXT_BARE, Side.JSONB));
    }

    /** What the type alone does, where both have the index. */
    Optional<Spread> ofTypeAlone() {
        return rounds.filter(r -> r.has(Side.TEXT_SAME))
                .map(r -> r.ratio(Side.TEXT_SAME, Side.JSONB));
    }

    Optional<Verdict> verdict() {
        return rounds.map(r ->
                Verdict.of(
                        r.ratio(Side.TEXT_BARE, Side.JSONB).median(), r.of(Side.JSONB).median()));
    }
}
