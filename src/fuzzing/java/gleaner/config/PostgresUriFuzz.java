package gleaner.config;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gleaner.config.Kind.Parsed;
import gleaner.config.Kind.Raw;
import gleaner.fuzz.Claim;
import io.vertx.pgclient.PgConnectOptions;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Any text as {@code postgres.uri}: what is accepted leads the worker and the migrations to the
 * same database, and says nothing of who we are there.
 */
public final class PostgresUriFuzz {
    private static final PgConnectOptions UNNAMED = PgConnectOptions.fromUri("postgresql://h/d");

    private PostgresUriFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var text = data.consumeRemainingAsString();
        switch (Claim.repeats(() -> PostgresUri.KIND.parse(new Raw.Text(text)))) {
            case Parsed.Value<String>(var uri) -> accepted(uri);
            case Parsed.Wrong<String> _ -> {}
        }
    }

    private static void accepted(String uri) {
        var worker = PgConnectOptions.fromUri(uri);
        var migrations = Objects.requireNonNull(Driver.parseURL("jdbc:" + uri, new Properties()));
        Claim.equal(
                worker.getHost(),
                migrations.getProperty("PGHOST").replaceAll("^\\[|]$", ""),
                "one host");
        Claim.equal(
                worker.getPort(), Integer.valueOf(migrations.getProperty("PGPORT")), "one port");
        Claim.equal(worker.getDatabase(), migrations.getProperty("PGDBNAME"), "one database");
        Claim.equal(worker.getUser(), UNNAMED.getUser(), "no user");
        Claim.equal(worker.getPassword(), UNNAMED.getPassword(), "no password");
        Claim.that(!migrations.containsKey("user"), "no user");
        Claim.that(!migrations.containsKey("password"), "no password");
    }
}
