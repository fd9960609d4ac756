package gleaner.event;

/** Who spoke. Only the user's own turns teach anything about the user. */
public enum Role {
    USER,
    ASSISTANT,
    SYSTEM
}
