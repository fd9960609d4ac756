package gleaner.cycle;

import gleaner.event.SourceRecord;

/** A record, with the lane it was admitted to. */
record LaneRecord(Lane lane, SourceRecord record) {}
