package gleaner.cycle;

import gleaner.event.SourceRecord;

/**
 * Offsets that are missing from the log.
 *
 * @param from the first of them
 * @param to behind the last of them, where the next record stands
 */
record Gap(long from, long to) {

    /** What is missing before a record, where another offset was expected. */
    static Gap before(SourceRecord record, long expected) {
        return new Gap(expected, record.offset());
    }

    boolean isEmpty() {
        return to <= from;
    }

    long missing() {
        return to - from;
    }

    String reason() {
        return "offsets %d to %d are missing from the log".formatted(from, to - 1);
    }
}
