package gleaner.postgres.operation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;

/**
 * A change of what is stored, ordered by a person and made in one transaction.
 *
 * @param <T> what came of it
 */
public interface Change<T> {

    /** Makes it. The connection is in a transaction; who calls decides whether it is committed. */
    Future<T> make(SqlConnection connection);

    /** What came of it, in numbers, for the audit. */
    Map<String, Long> counts(T result);
}
