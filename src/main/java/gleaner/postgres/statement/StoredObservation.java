package gleaner.postgres.statement;

import gleaner.memory.Observation;
import gleaner.memory.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * An observation as a row of {@code gleaner.observation}.
 *
 * @param edited whether an edit brought it
 */
public record StoredObservation(UUID id, Observation observation, boolean edited) {

    /** With the id that its content has. */
    public static StoredObservation of(Observation observation, boolean edited) {
        return new StoredObservation(ObservationId.of(observation), observation, edited);
    }

    StatementColumns statement() {
        return StatementColumns.of(observation.statement());
    }

    Map<String, String> attributes() {
        return observation.statement() instanceof Statement.Preference p
                ? p.attributes()
                : Map.of();
    }
}
