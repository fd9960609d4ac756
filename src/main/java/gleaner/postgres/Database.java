package gleaner.postgres;

import gleaner.config.Secret;
import gleaner.config.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens the pool of connections: the one place that knows how we connect. */
public final class Database {
    /**
     * Statements sent ahead of their answers on one connection; a transaction sends at most a
     * dozen.
     */
    private static final int PIPELINING = 64;

    /** All our statements, some thirty, with room. */
    private static final int CACHED_STATEMENTS = 128;

    private static final String ROOT_CERTIFICATE = "sslrootcert=";

    /** Callers that may wait for each connection; beyond it they are told at once. */
    private static final int WAITING_PER_CONNECTION = 16;

    /** How much longer than the server's own limits a silent server is believed in. */
    private static final Duration SILENCE_GRACE = Duration.ofSeconds(5);

    private Database() {}

    /** Connects lazily: nothing is sent before the first statement. */
    public static Pool connect(Vertx vertx, Settings.Postgres settings) {
        return PgBuilder.pool()
                .using(new SeveringClients(vertx, silence(settings)))
                .connectingTo(connection(settings))
                .with(transport(settings))
                .with(pool(settings))
                .build();
    }

    private static PgConnectOptions connection(Settings.Postgres settings) {
        var options = PgConnectOptions.fromUri(settings.uri());
        options.setUser(settings.user())
                .setPipeliningLimit(PIPELINING)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(CACHED_STATEMENTS)
                // The client's own filter passes over SQL of 2,048 characters and more.
                .setPreparedStatementCacheSqlFilter(sql -> true);
        Optional.ofNullable(settings.password())
                .map(Secret::reveal)
                .ifPresent(options::setPassword);
        secure(options, settings.uri());
        return options.addProperty("application_name", "gleaner")
                .addProperty("TimeZone", "UTC")
                .addProperty("synchronous_commit", "on")
                .addProperty("statement_timeout", millis(settings.statementTimeout()))
                .addProperty("lock_timeout", millis(settings.lockTimeout()))
                .addProperty(
                        "idle_in_transaction_session_timeout",
                        millis(settings.idleInTransactionTimeout()));
    }

    /**
     * As libpq has it: {@code require} encrypts and asks no more, unless {@code sslrootcert} is
     * given; {@code verify-ca} and {@code verify-full} check the certificate against that, or
     * against the authorities that Java knows.
     */
    private static void secure(PgConnectOptions options, String uri) {
        if (options.getSslMode() == SslMode.DISABLE) {
            return;
        }
        var tls = new ClientSSLOptions();
        var rootCertificate = rootCertificate(uri);
        if (rootCertificate.isPresent()) {
            tls.setTrustOptions(new PemTrustOptions().addCertPath(rootCertificate.get()));
        } else if (verifies(options.getSslMode())) {
            tls.setTrustOptions(JavasAuthorities.trusted());
        } else {
            tls.setTrustAll(true);
        }
        if (options.getSslMode() == SslMode.VERIFY_FULL) {
            tls.setHostnameVerificationAlgorithm("HTTPS");
        }
        options.setSslOptions(tls);
    }

    /** The client's own reading of the URI passes over it without a word. */
    private static Optional<String> rootCertificate(String uri) {
        return Stream.of(Objects.requireNonNullElse(URI.create(uri).getQuery(), "").split("&", -1))
                .filter(parameter -> parameter.startsWith(ROOT_CERTIFICATE))
                .map(parameter -> parameter.substring(ROOT_CERTIFICATE.length()))
                .findFirst();
    }

    private static boolean verifies(SslMode mode) {
        return mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL;
    }

    /**
     * A server that answers ends every statement by its own limit. One that is silent for longer is
     * gone, with the packets that would say so, and its connection is closed from here.
     */
    private static Duration silence(Settings.Postgres settings) {
        return settings.statementTimeout().plus(SILENCE_GRACE);
    }

    private static NetClientOptions transport(Settings.Postgres settings) {
        return new NetClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true)
                .setReadIdleTimeout(Math.toIntExact(silence(settings).toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private static PoolOptions pool(Settings.Postgres settings) {
        return new PoolOptions()
                .setMaxSize(settings.poolSize())
                .setMaxWaitQueueSize(settings.poolSize() * WAITING_PER_CONNECTION)
                .setConnectionTimeout(
                        Math.toIntExact(settings.connectTimeout().plus(SILENCE_GRACE).toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private static String millis(Duration limit) {
        return Long.toString(limit.toMillis());
    }
}
