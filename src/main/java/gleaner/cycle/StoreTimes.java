package gleaner.cycle;

import java.time.Duration;

/**
 * How long the database takes for what other programs wait for too; a {@link MemoryStore} tells.
 */
public interface StoreTimes {

    /** A statement merged preferences, of some hundred users at most. */
    void merged(Duration took);

    /** A look-up such as the readers' was answered. */
    void lookedUp(Duration took);

    /** For a store whose times nobody wants. */
    static StoreTimes untold() {
        return new StoreTimes() {
            @Override
            public void merged(Duration took) {}

            @Override
            public void lookedUp(Duration took) {}
        };
    }
}
