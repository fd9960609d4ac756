package gleaner.event;

import java.util.Optional;

/**
 * What is known of an event before its own fields are read.
 *
 * @param type one of ours
 * @param eventId the CloudEvent's {@code id}, if it is one; it counts over the field {@code
 *     event_id}
 * @param time the CloudEvent's {@code time}, as written; the field {@code timestamp} counts over it
 * @param fields the event's own
 */
record Envelope(EventType type, Optional<String> eventId, Optional<String> time, Fields fields) {}
