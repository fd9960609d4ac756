package gleaner.config;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Kind.Parsed;
import gleaner.config.Kind.Raw;
import io.vertx.pgclient.PgConnectOptions;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** The worker and the migrations use two clients, which must understand the same by one URI. */
class PostgresUriTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://db:5433/chat, db, 5433, chat",
        "postgresql://db/chat, db, 5432, chat",
        "postgresql://my_db.example.org/a-b.c~d, my_db.example.org, 5432, a-b.c~d",
        "postgresql://[::1]:5433/chat, ::1, 5433, chat",
        "postgresql://db/ch%C3%A4t, db, 5432, chät",
        "postgresql://db/chat?sslmode=verify-full&sslrootcert=/run/ca.pem, db, 5432, chat"
    })
    void bothClientsGoToTheSameDatabase(String uri, String host, int port, String database) {
        assertThat(PostgresUri.KIND.parse(new Raw.Text(uri))).isEqualTo(new Parsed.Value<>(uri));

        var worker = PgConnectOptions.fromUri(uri);
        var migrations = Objects.requireNonNull(Driver.parseURL("jdbc:" + uri, new Properties()));
        assertThat(worker.getHost()).isEqualTo(host);
        assertThat(worker.getPort()).isEqualTo(port);
        assertThat(worker.getDatabase()).isEqualTo(database);
        assertThat(migrations.getProperty("PGHOST")).isIn(host, "[" + host + "]");
        assertThat(migrations.getProperty("PGPORT")).isEqualTo(String.valueOf(port));
        assertThat(migrations.getProperty("PGDBNAME")).isEqualTo(database);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://db/chat | not a postgresql:// URI",
                "postgresql:chat | not a postgresql:// URI",
                "postgresql:///chat | without a host",
                "postgresql://:5432/chat | without a host",
                "postgresql://a,b/chat | without a host",
                "postgresql://[12]/chat | with a host in brackets that is no IPv6 address",
                "postgresql://[:::1]/chat | with a host in brackets that is no IPv6 address",
                "postgresql://[::ffff:10.0.0.1]/chat | without a host",
                "postgresql://db:/chat | with a port outside 1 to 65535",
                "postgresql://db:0/chat | with a port outside 1 to 65535",
                "postgresql://db:65536/chat | with a port outside 1 to 65535",
                "postgresql://db:x/chat | with a port outside 1 to 65535",
                "postgresql://db | without a database",
                "postgresql://db/ | without a database",
                "postgresql://db/%00 | without a database",
                "postgresql://db/a b | without a database",
                "postgresql://db/chat?sslmode=on | with an sslmode that is none",
                "postgresql://db/chat?sslmode | with an sslmode that is none",
                "postgresql://db/chat?sslrootcert= | with an sslrootcert that is no path"
            })
    void whatIsWrongIsSaid(String uri, String why) {
        assertThat(whyNot(uri)).isEqualTo(why);
    }

    /** One of the clients would obey, and go elsewhere than the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=b",
                "hostaddr=10.0.0.1",
                "port=5433",
                "dbname=other",
                "PGHOST=b",
                "search_path=other",
                "ApplicationName=x",
                "",
                "&",
                "sslmode=require&sslmode=disable"
            })
    void aParameterThatIsNotForBothClientsIsRefused(String parameters) {
        assertThat(whyNot("postgresql://db/chat?" + parameters))
                .isEqualTo("with parameters other than one sslmode and one sslrootcert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user=x",
                "password=x",
                "PassWord=x",
                "pass%77ord=x",
                "sslmode=require&USER=x"
            })
    void whoWeAreBelongsElsewhere(String parameters) {
        assertThat(whyNot("postgresql://db/chat?" + parameters)).startsWith("holding a user");
    }

    private static String whyNot(String uri) {
        return switch (PostgresUri.KIND.parse(new Raw.Text(uri))) {
            case Parsed.Value<String> _ -> "accepted";
            case Parsed.Wrong<String>(var why) -> why;
        };
    }
}
