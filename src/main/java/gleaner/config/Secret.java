package gleaner.config;

import java.util.Objects;

/**
 * A value that never shows itself: not in logs, nor in messages, nor in a debugger's list of
 * settings.
 */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The value itself, for the one call that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
