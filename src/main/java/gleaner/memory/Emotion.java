package gleaner.memory;

import java.util.Locale;

/** The feeling a statement was made with; stored as {@code emotional_context}. */
public enum Emotion {
    NEUTRAL,
    HAPPY,
    EXCITED,
    SAD,
    ANGRY,
    ANXIOUS;

    /** The name as it is stored and printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
