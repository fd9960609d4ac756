package gleaner.postgres.operation;

import gleaner.postgres.statement.LetterKey;
import gleaner.postgres.statement.LetterRow;
import gleaner.postgres.statement.SelectDeadLetter;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.Optional;

/** A look at the words of a dead letter. It changes nothing, but the audit tells who looked. */
public final class Opening implements Change<Optional<LetterRow>> {
    private final LetterKey key;

    public Opening(LetterKey key) {
        this.key = key;
    }

    @Override
    public Future<Optional<LetterRow>> make(SqlConnection connection) {
        return SelectDeadLetter.at(connection, key);
    }

    @Override
    public Map<String, Long> counts(Optional<LetterRow> found) {
        return Map.of("letters", found.isPresent() ? 1L : 0L);
    }
}
