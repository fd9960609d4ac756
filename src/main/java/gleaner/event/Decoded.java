package gleaner.event;

/** What became of a record's bytes. */
public sealed interface Decoded {

    /** One of our events. */
    record Accepted(ConversationEvent event) implements Decoded {}

    /**
     * Not ours: counted and passed over.
     *
     * @param reason for the metric and the log, without personal data
     */
    record Ignored(String reason) implements Decoded {}

    /**
     * Broken: dead-lettered in the transaction that moves past it.
     *
     * @param errorClass a short stable name for metrics and look-ups: {@code not_json}, {@code
     *     text_too_long}
     * @param reason what is wrong, where, and what is allowed, without personal data
     */
    record Rejected(String errorClass, String reason) implements Decoded {}
}
