package gleaner.event;

import java.util.Arrays;
import java.util.Optional;

/** The events that are ours; all others are passed over. */
enum EventType {
    MESSAGE_CREATED("message.created"),
    MESSAGE_EDITED("message.edited"),
    MESSAGE_DELETED("message.deleted"),
    CONVERSATION_FORGOTTEN("conversation.forgotten"),
    USER_FORGOTTEN("user.forgotten");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    static Optional<EventType> named(String wireName) {
        return Arrays.stream(values()).filter(t -> t.wireName.equals(wireName)).findFirst();
    }
}
