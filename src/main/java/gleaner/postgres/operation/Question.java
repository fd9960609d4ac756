package gleaner.postgres.operation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/**
 * A look at what is stored, which changes nothing.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface Question<T> {
    Future<T> ask(SqlClient client);
}
