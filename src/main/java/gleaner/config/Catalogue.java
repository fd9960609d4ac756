package gleaner.config;

import static gleaner.config.Kinds.count;
import static gleaner.config.Kinds.duration;
import static gleaner.config.Kinds.flag;
import static gleaner.config.Kinds.keysFile;
import static gleaner.config.Kinds.listOf;
import static gleaner.config.Kinds.oneOf;
import static gleaner.config.Kinds.optional;
import static gleaner.config.Kinds.secret;
import static gleaner.config.Kinds.secretFile;
import static gleaner.config.Kinds.size;
import static gleaner.config.Kinds.text;

import gleaner.config.Settings.Gaps;
import gleaner.config.Settings.InitialPosition;
import gleaner.config.Settings.LogFormat;
import gleaner.config.Settings.LogLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every setting there is, in the order of {@code config/gleaner.yaml}, which holds the defaults.
 */
final class Catalogue {
    private static final List<Setting<?>> ENTRIES = new ArrayList<>();

    /** A further property of the Kafka client stands below this name. */
    static final String KAFKA_PROPERTIES = "kafka.properties";

    static final Setting<List<String>> KAFKA_BOOTSTRAP_SERVERS =
            open(
                    "kafka.bootstrap-servers",
                    listOf(text(Pattern.compile("[^\\s,]+:\\d{1,5}"), "host:port")),
                    "brokers to begin with");
    static final Setting<List<String>> KAFKA_TOPICS =
            open(
                    "kafka.topics",
                    listOf(
                            text(
                                    Pattern.compile("[\\w.-]{1,249}"),
                                    "1 to 249 of A-Z a-z 0-9 . _ -")),
                    "topics with conversation events");
    static final Setting<String> KAFKA_GROUP_ID =
            open(
                    "kafka.group-id",
                    text(Pattern.compile("\\S{1,249}"), "1 to 249 characters without spaces"),
                    "consumer group, which all replicas share");
    static final Setting<InitialPosition> KAFKA_INITIAL_POSITION =
            open(
                    "kafka.initial-position",
                    oneOf(InitialPosition.class),
                    "where to start in a partition that nobody ever worked on; committed is the"
                            + " group's own offset, or else the earliest");
    static final Setting<Duration> KAFKA_POLL_TIMEOUT =
            open(
                    "kafka.poll-timeout",
                    duration(Duration.ofMillis(10), Duration.ofSeconds(5)),
                    "how long a poll waits; commands to the client wait behind it");
    static final Setting<Duration> KAFKA_SESSION_TIMEOUT =
            open(
                    "kafka.session-timeout",
                    duration(Duration.ofSeconds(6), Duration.ofMinutes(30)),
                    "without a heartbeat for so long, a replica loses its partitions");
    static final Setting<Integer> KAFKA_CONTEXT_RECORDS =
            open(
                    "kafka.context-records",
                    count(0, 100_000),
                    "records of a partition, before the one that is read, that can be its context");
    static final Setting<Integer> KAFKA_BUFFER_RECORDS =
            open(
                    "kafka.buffer-records",
                    count(1, 1_000_000),
                    "records that wait to be read; beyond it partitions are paused");
    static final Setting<Long> KAFKA_BUFFER_BYTES =
            open(
                    "kafka.buffer-bytes",
                    size(64 << 10, 1 << 30),
                    "the same in bytes, of all partitions together");
    static final Setting<Gaps> KAFKA_GAPS =
            open(
                    "kafka.gaps",
                    oneOf(Gaps.class),
                    "what becomes of a partition in which offsets are missing, as they are by"
                            + " nature in compacted and transactional topics");
    static final Setting<Duration> KAFKA_WATCH_INTERVAL =
            open(
                    "kafka.watch-interval",
                    duration(Duration.ofSeconds(1), Duration.ofHours(1)),
                    "how often to look whether somebody changed topics, positions or claims");
    static final Setting<Duration> KAFKA_REVOKE_TIMEOUT =
            open(
                    "kafka.revoke-timeout",
                    duration(Duration.ZERO, Duration.ofMinutes(1)),
                    "how long a rebalance waits for the running transaction");

    static final Setting<String> POSTGRES_URI =
            confidential("postgres.uri", PostgresUri.KIND, "database");
    static final Setting<String> POSTGRES_USER =
            open(
                    "postgres.user",
                    text(Pattern.compile("[^\\p{Cntrl}]{1,63}"), "1 to 63 characters"),
                    "role in the database");
    static final Setting<Optional<Secret>> POSTGRES_PASSWORD =
            confidential(
                    "postgres.password",
                    optional(secret()),
                    "its password; better in the environment or in password-file");
    static final Setting<Optional<Secret>> POSTGRES_PASSWORD_FILE =
            open(
                    "postgres.password-file",
                    optional(secretFile()),
                    "file that holds the password and nothing else, instead of password");
    static final Setting<Integer> POSTGRES_POOL_SIZE =
            open("postgres.pool-size", count(1, 100), "connections");
    static final Setting<Duration> POSTGRES_CONNECT_TIMEOUT =
            open(
                    "postgres.connect-timeout",
                    duration(Duration.ofMillis(100), Duration.ofMinutes(1)),
                    "until a connection must stand");
    static final Setting<Duration> POSTGRES_STATEMENT_TIMEOUT =
            open(
                    "postgres.statement-timeout",
                    duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    "until a statement is cancelled");
    static final Setting<Duration> POSTGRES_LOCK_TIMEOUT =
            open(
                    "postgres.lock-timeout",
                    duration(Duration.ofMillis(10), Duration.ofMinutes(10)),
                    "until waiting for a lock is given up");
    static final Setting<Duration> POSTGRES_IDLE_IN_TRANSACTION_TIMEOUT =
            open(
                    "postgres.idle-in-transaction-timeout",
                    duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                    "until the server ends a transaction in which nothing happens");
    static final Setting<Duration> POSTGRES_MIGRATION_TIMEOUT =
            open(
                    "postgres.migration-timeout",
                    duration(Duration.ofSeconds(1), Duration.ofHours(24)),
                    "how long the migrations at the start may go without getting on");
    static final Setting<Integer> POSTGRES_ONLINE_ABOVE_ROWS =
            open(
                    "postgres.online-above-rows",
                    count(0, Integer.MAX_VALUE),
                    "rows of a table beyond which migrations work beside running programs, and not"
                            + " under a lock");

    static final Setting<Integer> BATCH_MAX_RECORDS =
            open("batch.max-records", count(1, 100_000), "records in one transaction");
    static final Setting<Long> BATCH_MAX_BYTES =
            open("batch.max-bytes", size(1 << 10, 1 << 30), "bytes of records in one transaction");
    static final Setting<Duration> BATCH_TARGET_TIME =
            open(
                    "batch.target-time",
                    duration(Duration.ofMillis(10), Duration.ofMinutes(1)),
                    "how long a transaction may take before the next ones are made smaller");
    static final Setting<Duration> BATCH_LINGER =
            open(
                    "batch.linger",
                    duration(Duration.ZERO, Duration.ofMinutes(1)),
                    "how long a batch waits to become full");
    static final Setting<Integer> BATCH_IN_FLIGHT =
            open(
                    "batch.in-flight",
                    count(1, 16),
                    "batches under way, the one being written included");

    static final Setting<Duration> RETRY_FIRST_DELAY =
            open(
                    "retry.first-delay",
                    duration(Duration.ofMillis(1), Duration.ofMinutes(1)),
                    "longest first pause while the database is away; each next is twice as long");
    static final Setting<Duration> RETRY_MAX_DELAY =
            open(
                    "retry.max-delay",
                    duration(Duration.ofMillis(1), Duration.ofMinutes(10)),
                    "longest pause of all");
    static final Setting<Duration> RETRY_NOT_READY_AFTER =
            open(
                    "retry.not-ready-after",
                    duration(Duration.ZERO, Duration.ofHours(1)),
                    "how long the database may be away before readiness is withdrawn");
    static final Setting<Duration> RETRY_FATAL_EXIT_AFTER =
            open(
                    "retry.fatal-exit-after",
                    duration(Duration.ZERO, Duration.ofHours(24)),
                    "how long a failure that waiting cannot mend is borne before exiting with 2");

    static final Setting<Long> LIMITS_RECORD_BYTES =
            open("limits.record-bytes", size(1 << 10, 64 << 20), "largest value of a record");
    static final Setting<Long> LIMITS_TEXT_BYTES =
            open(
                    "limits.text-bytes",
                    size(1 << 10, 16 << 20),
                    "largest text of a message, in UTF-8");
    static final Setting<Integer> LIMITS_JSON_DEPTH =
            open("limits.json-depth", count(2, 500), "deepest nesting of an event");
    static final Setting<Integer> LIMITS_FACTS_PER_MESSAGE =
            open(
                    "limits.facts-per-message",
                    count(1, 1_000),
                    "observations kept of one message, the first ones");
    static final Setting<Integer> LIMITS_STATEMENTS_PER_SLOT =
            open(
                    "limits.statements-per-slot",
                    count(10, 100_000),
                    "statements that compete for one belief, the latest ones");
    static final Setting<Integer> LIMITS_QUOTE_CHARACTERS =
            open("limits.quote-characters", count(16, 4_096), "longest quote kept as evidence");
    static final Setting<Long> LIMITS_PREFERENCE_DOCUMENT_BYTES =
            open(
                    "limits.preference-document-bytes",
                    size(1 << 10, 1 << 20),
                    "size of a user's preferences beyond which no key is added");
    static final Setting<Integer> LIMITS_CONTEXT_TURNS =
            open("limits.context-turns", count(0, 100), "turns that are context of the next one");
    static final Setting<Duration> LIMITS_CONTEXT_AGE =
            open(
                    "limits.context-age",
                    duration(Duration.ZERO, Duration.ofHours(24)),
                    "age of a turn beyond which it is no context");

    static final Setting<Boolean> EVIDENCE_QUOTES =
            open(
                    "evidence.quotes",
                    flag(),
                    "whether evidence keeps the words, or only where they stand");

    static final Setting<Optional<PayloadKeys>> DEAD_LETTERS_KEYS_FILE =
            open(
                    "dead-letters.keys-file",
                    optional(keysFile()),
                    "keys under which dead letters keep their records, the first encrypts; without,"
                            + " no record is kept");
    static final Setting<Long> DEAD_LETTERS_PAYLOAD_BYTES =
            open(
                    "dead-letters.payload-bytes",
                    size(1 << 10, 64 << 20),
                    "size of a record with its context beyond which it is not kept");
    static final Setting<Duration> DEAD_LETTERS_KEEP =
            open(
                    "dead-letters.keep",
                    duration(Duration.ofHours(1), Duration.ofHours(87_600)),
                    "age at which dead letters are deleted");

    static final Setting<String> HTTP_HOST =
            open(
                    "http.host",
                    text(Pattern.compile("[\\w.:-]{1,253}"), "a host name or an IP address"),
                    "address where health and metrics answer; 0.0.0.0 is every one");
    static final Setting<Integer> HTTP_PORT =
            open("http.port", count(0, 65_535), "its port; 0 is any free one");

    static final Setting<Duration> METRICS_LOOK_UP_INTERVAL =
            open(
                    "metrics.look-up-interval",
                    duration(Duration.ZERO, Duration.ofHours(24)),
                    "how often a look-up like the readers' is timed; 0 s is never");

    static final Setting<Duration> SHUTDOWN_DRAIN =
            open(
                    "shutdown.drain",
                    duration(Duration.ZERO, Duration.ofMinutes(10)),
                    "how long what is in flight may take after SIGTERM");

    static final Setting<LogFormat> LOG_FORMAT =
            open("log.format", oneOf(LogFormat.class), "for people, or one JSON object a line");
    static final Setting<LogLevel> LOG_LEVEL =
            open("log.level", oneOf(LogLevel.class), "least important of what is logged");

    static final List<Setting<?>> ALL = List.copyOf(ENTRIES);

    private Catalogue() {}

    private static <T> Setting<T> open(String name, Kind<T> kind, String purpose) {
        return entry(new Setting<>(name, kind, purpose, false));
    }

    private static <T> Setting<T> confidential(String name, Kind<T> kind, String purpose) {
        return entry(new Setting<>(name, kind, purpose, true));
    }

    private static <T> Setting<T> entry(Setting<T> setting) {
        ENTRIES.add(setting);
        return setting;
    }
}
