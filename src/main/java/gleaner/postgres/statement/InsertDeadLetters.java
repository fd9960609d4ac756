package gleaner.postgres.statement;

import gleaner.cycle.DeadLetter;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collection;

/** Keeps which records could not be applied, and why; each once. */
public final class InsertDeadLetters {
    private static final String SQL =
            """
            INSERT INTO gleaner.dead_letter (topic, partition, "offset", error_class, sqlstate, reason, attempts)
            SELECT *
              FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::int[])
            ON CONFLICT (topic, partition, "offset") DO NOTHING
            """;

    private InsertDeadLetters() {}

    public static Future<Void> run(SqlClient connection, Collection<DeadLetter> letters) {
        var columns =
                Columns.of(letters)
                        .text(l -> l.partition().topic())
                        .int4(l -> l.partition().number())
                        .int8(DeadLetter::offset)
                        .text(DeadLetter::errorClass)
                        .text(DeadLetter::sqlState)
                        .text(DeadLetter::reason)
                        .int4(DeadLetter::attempts);
        return connection.preparedQuery(SQL).execute(columns.bind()).mapEmpty();
    }
}
