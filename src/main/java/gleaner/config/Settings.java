package gleaner.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, checked and with its units; see {@code config/gleaner.yaml} for what
 * each is for.
 */
public record Settings(
        Kafka kafka,
        Postgres postgres,
        Batch batch,
        Retry retry,
        Limits limits,
        Evidence evidence,
        DeadLetters deadLetters,
        Http http,
        Metrics metrics,
        Shutdown shutdown,
        Log log) {

    /**
     * The log.
     *
     * @param contextRecords how many records of a partition, counted in offsets, can be context of
     *     a later one
     * @param bufferRecords fetched records waiting to be read; beyond it partitions are paused
     * @param bufferBytes as {@code bufferRecords}, in bytes
     * @param gaps what becomes of a partition in which offsets are missing
     * @param watchInterval between two looks whether somebody changed topics, positions or claims
     * @param revokeTimeout how long a rebalance waits for the running transaction
     * @param properties further properties of the Kafka client, for security above all
     */
    public record Kafka(
            List<String> bootstrapServers,
            List<String> topics,
            String groupId,
            InitialPosition initialPosition,
            Duration pollTimeout,
            Duration sessionTimeout,
            int contextRecords,
            int bufferRecords,
            long bufferBytes,
            Gaps gaps,
            Duration watchInterval,
            Duration revokeTimeout,
            Map<String, String> properties) {
        public Kafka {
            bootstrapServers = List.copyOf(bootstrapServers);
            topics = List.copyOf(topics);
            properties = Map.copyOf(properties);
        }

        /** Without the values of the properties: passwords are among them. */
        @Override
        public String toString() {
            return "Kafka[" + groupId + ", " + topics + ", properties=" + properties.keySet() + "]";
        }
    }

    /** What becomes of a partition in which offsets are missing. */
    public enum Gaps {
        COUNT,
        PARK
    }

    /** Where to start in a partition that nobody ever worked on. */
    public enum InitialPosition {
        EARLIEST,
        LATEST,
        /** The group's own committed offset, or the earliest where there is none. */
        COMMITTED
    }

    /**
     * The database.
     *
     * @param uri {@code postgresql://host:port/database?sslmode=...}, without user and password
     * @param password absent where the server asks for none
     * @param migrationTimeout how long the migrations may go without getting on
     * @param onlineAboveRows rows of a table beyond which the migrations work beside running
     *     programs and not under a lock
     */
    public record Postgres(
            String uri,
            String user,
            @Nullable Secret password,
            int poolSize,
            Duration connectTimeout,
            Duration statementTimeout,
            Duration lockTimeout,
            Duration idleInTransactionTimeout,
            Duration migrationTimeout,
            int onlineAboveRows) {}

    /**
     * What goes into one transaction.
     *
     * @param targetTime how long it may take before the next ones are made smaller
     * @param linger how long a batch waits to become full
     * @param inFlight batches read ahead of the one that is written, that one included
     */
    public record Batch(
            int maxRecords, long maxBytes, Duration targetTime, Duration linger, int inFlight) {}

    /**
     * What to do while the database is away.
     *
     * @param firstDelay upper bound of the first pause; each next one is twice as long, up to
     *     {@code maxDelay}
     * @param notReadyAfter how long until readiness is withdrawn
     * @param fatalExitAfter how long a failure that waiting cannot mend is borne before the process
     *     exits with 2
     */
    public record Retry(
            Duration firstDelay,
            Duration maxDelay,
            Duration notReadyAfter,
            Duration fatalExitAfter) {}

    /**
     * The largest of everything.
     *
     * @param recordBytes a record's value
     * @param textBytes a message's text, in UTF-8
     * @param jsonDepth nesting of an event
     * @param factsPerMessage observations kept of one message, the first ones
     * @param statementsPerSlot statements that compete for one belief, the latest ones
     * @param quoteCharacters of an evidence quote, in UTF-16 units
     * @param preferenceDocumentBytes a user's preferences, beyond which no key is added
     * @param contextTurns turns of a conversation that are context of the next
     * @param contextAge how old such a turn may be
     */
    public record Limits(
            int recordBytes,
            int textBytes,
            int jsonDepth,
            int factsPerMessage,
            int statementsPerSlot,
            int quoteCharacters,
            int preferenceDocumentBytes,
            int contextTurns,
            Duration contextAge) {}

    /**
     * What is kept of people's words.
     *
     * @param quotes whether evidence holds the words, or only where they stand
     */
    public record Evidence(boolean quotes) {}

    /**
     * What is kept of records that could not be applied.
     *
     * @param keys absent where no payload is kept
     * @param payloadBytes of a record with its context, beyond which it is not kept
     * @param keep age at which they are deleted
     */
    public record DeadLetters(@Nullable PayloadKeys keys, int payloadBytes, Duration keep) {}

    /** Where health and metrics answer. */
    public record Http(String host, int port) {}

    /**
     * What is measured that the work itself would not tell.
     *
     * @param lookUpInterval between two look-ups like the readers'; zero for none
     */
    public record Metrics(Duration lookUpInterval) {}

    /**
     * How the process ends.
     *
     * @param drain how long what is in flight may take after SIGTERM
     */
    public record Shutdown(Duration drain) {}

    /** What the process tells of itself, and how. */
    public record Log(LogFormat format, LogLevel level) {}

    /** How log lines look. */
    public enum LogFormat {
        /** For people. */
        TEXT,
        /** One JSON object a line, for collectors. */
        JSON
    }

    /** The least important of what is logged. */
    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
