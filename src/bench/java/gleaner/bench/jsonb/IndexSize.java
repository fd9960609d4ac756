package gleaner.bench.jsonb;

import java.util.Map;

/**
 * Bytes of the measured indexes.
 *
 * @param built by side, new
 * @param afterwards of the JSONB side, after the merges
 */
record IndexSize(Access access, Map<Side, Long> built, long afterwards) {}
