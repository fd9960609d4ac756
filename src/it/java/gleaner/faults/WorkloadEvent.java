package gleaner.faults;

import gleaner.servers.TestRecord;

/**
 * An event of a {@link Workload}.
 *
 * @param number counts the events of this user, from 0
 * @param teaches whether the reader must find something in it
 * @param json the record's value
 */
record WorkloadEvent(String user, long number, String eventId, boolean teaches, String json) {

    /** Keyed by its user, as producers must. */
    TestRecord toRecord() {
        return TestRecord.of(user, json);
    }
}
