package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.config.Settings;
import gleaner.faults.database.Cluster;
import gleaner.servers.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is asked of the server's certificate, which an authority of the test's own issued to
 * "localhost": by the worker's client and by the driver of the migrations alike.
 */
final class TlsIT {
    private static Cluster cluster;
    private static TestDatabase database;

    @TempDir private static Path folder;

    @BeforeAll
    static void serve() throws Exception {
        cluster = Cluster.start();
        database = cluster.database("tls");
        cluster.stop(Cluster.Stop.FAST);
        var key = file("server.key", cluster.data());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        file("server.pem", cluster.data());
        cluster.configure(
                Map.of(
                        "ssl",
                        "on",
                        "ssl_cert_file",
                        "'server.pem'",
                        "ssl_key_file",
                        "'server.key'"));
        cluster.restart();
    }

    @AfterAll
    static void close() throws IOException {
        cluster.close();
    }

    @Test
    void requireEncryptsAndAsksNoMore() throws Exception {
        accepted("127.0.0.1", "require");
    }

    @Test
    void verifyFullAcceptsTheNameThatWasCertified() throws Exception {
        accepted("localhost", "verify-full&sslrootcert=" + file("authority.pem", folder));
    }

    @Test
    void verifyFullRefusesAnotherName() throws Exception {
        refused("127.0.0.1", "verify-full&sslrootcert=" + file("authority.pem", folder));
    }

    @Test
    void verifyCaAcceptsAnyNameOfTheAuthority() throws Exception {
        accepted("127.0.0.1", "verify-ca&sslrootcert=" + file("authority.pem", folder));
    }

    @Test
    void anotherAuthoritysWordDoesNotCount() throws Exception {
        refused("localhost", "verify-ca&sslrootcert=" + file("another.pem", folder));
        refused("localhost", "verify-full&sslrootcert=" + file("another.pem", folder));
    }

    @Test
    void withoutACertificateOfItsOwnWhatJavaDoesNotKnowIsRefused() {
        refused("localhost", "verify-ca");
        refused("localhost", "verify-full");
    }

    private static void accepted(String host, String mode) throws Exception {
        assertThatCode(() -> askReactively(settings(host, mode))).doesNotThrowAnyException();
        assertThatCode(() -> Jdbc.connect(settings(host, mode), "test").close())
                .doesNotThrowAnyException();
    }

    private static void refused(String host, String mode) {
        assertThatThrownBy(() -> askReactively(settings(host, mode))).isNotNull();
        assertThatThrownBy(() -> Jdbc.connect(settings(host, mode), "test").close()).isNotNull();
    }

    private static void askReactively(Settings.Postgres settings) throws Exception {
        var vertx = Vertx.vertx();
        try {
            var pool = Database.connect(vertx, settings);
            var rows =
                    pool.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                            .execute()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
            assertThat(rows.iterator().next().getBoolean(0)).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static Settings.Postgres settings(String host, String mode) {
        var s = database.settings();
        return new Settings.Postgres(
                "postgresql://%s:%d/tls?sslmode=%s".formatted(host, cluster.port(), mode),
                s.user(),
                s.password(),
                s.poolSize(),
                s.connectTimeout(),
                s.statementTimeout(),
                s.lockTimeout(),
                s.idleInTransactionTimeout(),
                s.migrationTimeout(),
                s.onlineAboveRows());
    }

    private static Path file(String name, Path in) throws IOException {
        var copy = in.resolve(name);
        try (var resource = TlsIT.class.getResourceAsStream("tls/" + name)) {
            Files.write(copy, Objects.requireNonNull(resource).readAllBytes());
        }
        return copy;
    }
}
