package gleaner.kafka;

/**
 * The wish to fetch a partition from an offset on.
 *
 * @param number tells it from every other opening, so that a late one is not taken for the latest
 */
record Opening(Assignment assignment, long number, long offset) {
    Opening {
        if (offset < 0) {
            throw new IllegalArgumentException(
                    assignment.partition() + " cannot start at offset " + offset);
        }
    }
}
