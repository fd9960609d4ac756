package gleaner.config;

import gleaner.config.Kind.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of all settings, as their kinds read them. */
final class Values {
    private final Map<String, Given> given;

    /** Takes one value for each setting of the catalogue, right or wrong. */
    Values(Map<String, Given> given) {
        this.given = Map.copyOf(given);
    }

    /** Every value that its kind refuses. */
    List<Problem> problems() {
        return Catalogue.ALL.stream().flatMap(setting -> problem(setting).stream()).toList();
    }

    /** The value, unless its kind refuses it. */
    <T> Optional<T> find(Setting<T> setting) {
        return switch (parse(setting)) {
            case Parsed.Value<T>(var value) -> Optional.of(value);
            case Parsed.Wrong<T> _ -> Optional.empty();
        };
    }

    /** Where the value stands. */
    String origin(Setting<?> setting) {
        return givenFor(setting).origin();
    }

    /** All of them, once nothing is wrong. */
    Settings settings(Map<String, String> kafkaProperties) {
        return new Settings(
                kafka(kafkaProperties),
                postgres(),
                new Settings.Batch(
                        of(Catalogue.BATCH_MAX_RECORDS),
                        of(Catalogue.BATCH_MAX_BYTES),
                        of(Catalogue.BATCH_TARGET_TIME),
                        of(Catalogue.BATCH_LINGER),
                        of(Catalogue.BATCH_IN_FLIGHT)),
                new Settings.Retry(
                        of(Catalogue.RETRY_FIRST_DELAY),
                        of(Catalogue.RETRY_MAX_DELAY),
                        of(Catalogue.RETRY_NOT_READY_AFTER),
                        of(Catalogue.RETRY_FATAL_EXIT_AFTER)),
                limits(),
                new Settings.Evidence(of(Catalogue.EVIDENCE_QUOTES)),
                new Settings.DeadLetters(
                        of(Catalogue.DEAD_LETTERS_KEYS_FILE).orElse(null),
                        Math.toIntExact(of(Catalogue.DEAD_LETTERS_PAYLOAD_BYTES)),
                        of(Catalogue.DEAD_LETTERS_KEEP)),
                new Settings.Http(of(Catalogue.HTTP_HOST), of(Catalogue.HTTP_PORT)),
                new Settings.Metrics(of(Catalogue.METRICS_LOOK_UP_INTERVAL)),
                new Settings.Shutdown(of(Catalogue.SHUTDOWN_DRAIN)),
                new Settings.Log(of(Catalogue.LOG_FORMAT), of(Catalogue.LOG_LEVEL)));
    }

    private Settings.Kafka kafka(Map<String, String> properties) {
        return new Settings.Kafka(
                of(Catalogue.KAFKA_BOOTSTRAP_SERVERS),
                of(Catalogue.KAFKA_TOPICS),
                of(Catalogue.KAFKA_GROUP_ID),
                of(Catalogue.KAFKA_INITIAL_POSITION),
                of(Catalogue.KAFKA_POLL_TIMEOUT),
                of(Catalogue.KAFKA_SESSION_TIMEOUT),
                of(Catalogue.KAFKA_CONTEXT_RECORDS),
                of(Catalogue.KAFKA_BUFFER_RECORDS),
                of(Catalogue.KAFKA_BUFFER_BYTES),
                of(Catalogue.KAFKA_GAPS),
                of(Catalogue.KAFKA_WATCH_INTERVAL),
                of(Catalogue.KAFKA_REVOKE_TIMEOUT),
                properties);
    }

    private Settings.Postgres postgres() {
        return new Settings.Postgres(
                of(Catalogue.POSTGRES_URI),
                of(Catalogue.POSTGRES_USER),
                of(Catalogue.POSTGRES_PASSWORD)
                        .or(() -> of(Catalogue.POSTGRES_PASSWORD_FILE))
                        .orElse(null),
                of(Catalogue.POSTGRES_POOL_SIZE),
                of(Catalogue.POSTGRES_CONNECT_TIMEOUT),
                of(Catalogue.POSTGRES_STATEMENT_TIMEOUT),
                of(Catalogue.POSTGRES_LOCK_TIMEOUT),
                of(Catalogue.POSTGRES_IDLE_IN_TRANSACTION_TIMEOUT),
                of(Catalogue.POSTGRES_MIGRATION_TIMEOUT),
                of(Catalogue.POSTGRES_ONLINE_ABOVE_ROWS));
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                Math.toIntExact(of(Catalogue.LIMITS_RECORD_BYTES)),
                Math.toIntExact(of(Catalogue.LIMITS_TEXT_BYTES)),
                of(Catalogue.LIMITS_JSON_DEPTH),
                of(Catalogue.LIMITS_FACTS_PER_MESSAGE),
                of(Catalogue.LIMITS_STATEMENTS_PER_SLOT),
                of(Catalogue.LIMITS_QUOTE_CHARACTERS),
                Math.toIntExact(of(Catalogue.LIMITS_PREFERENCE_DOCUMENT_BYTES)),
                of(Catalogue.LIMITS_CONTEXT_TURNS),
                of(Catalogue.LIMITS_CONTEXT_AGE));
    }

    private <T> T of(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.name()));
    }

    private <T> Optional<Problem> problem(Setting<T> setting) {
        return switch (parse(setting)) {
            case Parsed.Value<T> _ -> Optional.empty();
            case Parsed.Wrong<T>(var why) ->
                    Optional.of(Problem.wrong(setting, givenFor(setting), why));
        };
    }

    private <T> Parsed<T> parse(Setting<T> setting) {
        return setting.kind().parse(givenFor(setting).raw());
    }

    private Given givenFor(Setting<?> setting) {
        var one = given.get(setting.name());
        if (one == null) {
            throw new IllegalStateException(setting.name() + " has no default");
        }
        return one;
    }
}
