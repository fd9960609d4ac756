package gleaner.kafka;

/**
 * The wish to fetch a partition from an offset on.
 *
 * @param number tells it from every other opening, so that a late one is not taken for the latest
 * @param flowing whether to fetch at once, or only after a resume
 */
record Opening(Assignment assignment, long number, long offset, boolean flowing) {
    Opening {
        if (offset < 0) {
            throw new IllegalArgumentException(
                    assignment.partition() + " cannot start at offset " + offset);
        }
    }
}
