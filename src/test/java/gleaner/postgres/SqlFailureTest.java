package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.WriteOutcome;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailureTest {
    @ParameterizedTest
    @CsvSource({
        "08000, PASSING",
        "08006, PASSING",
        "0A000, PASSING",
        "25006, PASSING",
        "25P03, PASSING",
        "25P04, PASSING",
        "40001, PASSING",
        "40P01, PASSING",
        "53100, PASSING",
        "53200, PASSING",
        "53300, PASSING",
        "55P03, PASSING",
        "57014, TOO_LONG",
        "57P01, PASSING",
        "57P02, PASSING",
        "57P03, PASSING",
        "58030, PASSING",
        "XX000, PASSING",
        "21000, CONTENT",
        "22001, CONTENT",
        "22P02, CONTENT",
        "22P05, CONTENT",
        "23502, CONTENT",
        "23503, CONTENT",
        "23505, CONTENT",
        "23514, CONTENT",
        "44000, CONTENT",
        "54000, CONTENT",
        "54001, CONTENT",
        "P0001, CONTENT",
        "28000, SETUP",
        "28P01, SETUP",
        "3D000, SETUP",
        "42501, SETUP",
        "42703, SETUP",
        "42P01, SETUP",
    })
    void everyClassHasItsMeaning(String sqlState, SqlFailure meaning) {
        assertThat(SqlFailure.of(sqlState)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4200", "ZZZZZ"})
    void whatNoClassNamesIsWaitedFor(String sqlState) {
        assertThat(SqlFailure.of(sqlState).name())
                .isEqualTo(sqlState.startsWith("42") ? "SETUP" : "PASSING");
    }

    @Test
    void theReasonNamesPlacesAndNoValues() {
        var failure =
                failure("23514", "Failing row contains (ann, Oslo)", "fact_entities", "a_check");

        assertThat(SqlFailure.outcome(failure))
                .contains(
                        new WriteOutcome.Refused(
                                "23514",
                                "SQLSTATE 23514 table fact_entities, constraint a_check, in"
                                        + " ExecConstraints"));
    }

    @Test
    void aBrokenConnectionIsUnavailable() {
        assertThat(SqlFailure.outcome(ClosedConnectionException.INSTANCE))
                .contains(new WriteOutcome.Unavailable("08006", "ClosedConnectionException"));
        assertThat(SqlFailure.outcome(new ConnectException("refused by 10.0.0.1")))
                .contains(new WriteOutcome.Unavailable("08006", "ConnectException"));
        assertThat(SqlFailure.outcome(new TimeoutException()))
                .contains(new WriteOutcome.Unavailable("08006", "TimeoutException"));
        assertThat(SqlFailure.outcome(VertxException.noStackTrace("Timeout")))
                .containsInstanceOf(WriteOutcome.Unavailable.class);
    }

    @Test
    void aRowThatAnotherWriterChangedIsTriedAgain() {
        assertThat(SqlFailure.outcome(new Overtaken("t")))
                .contains(new WriteOutcome.Unavailable("40001", "Overtaken"));
    }

    @Test
    void aBugIsNoOutcome() {
        assertThat(SqlFailure.outcome(new IllegalStateException())).isEmpty();
    }

    private static PgException failure(
            String sqlState, String detail, String table, String constraint) {
        return new PgException(
                "new row for relation violates check constraint",
                "ERROR",
                sqlState,
                detail,
                null,
                null,
                null,
                null,
                null,
                "execMain.c",
                "1",
                "ExecConstraints",
                "public",
                table,
                null,
                null,
                constraint);
    }
}
