package gleaner.bench.jsonb;

/**
 * What merging cost the table beside time.
 *
 * @param walBytes of the log, for each user merged
 * @param hotShare of the merges that left the indexes alone, 0 to 1
 */
record Written(double walBytes, double hotShare) {}
