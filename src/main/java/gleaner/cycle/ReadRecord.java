package gleaner.cycle;

import gleaner.event.Decoded;

/** What a record was decoded to, and what it does to the memory. */
record ReadRecord(Decoded decoded, Effect effect, int unread) {}
