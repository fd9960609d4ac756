package gleaner.postgres.statement;

import gleaner.memory.Emotion;
import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a row of {@code gleaner.observation} back to the observation. */
public final class ObservationRow {
    private static final Logger LOG = LoggerFactory.getLogger(ObservationRow.class);

    private ObservationRow() {}

    /**
     * The observation; nothing where an earlier version of this program stored what this one does
     * not know any more. Such a row is left where it is, and takes no part in the fold: to fail
     * here would stop the partition for good.
     */
    public static Optional<Observation> read(Row row) {
        try {
            return Optional.of(observation(row));
        } catch (IllegalArgumentException | NoSuchElementException unknown) {
            LOG.atWarn()
                    .addKeyValue("observation", row.getUUID("observation_id"))
                    .log("stored observation is no observation of this version; passed over");
            return Optional.empty();
        }
    }

    private static Observation observation(Row row) {
        return new Observation(
                row.getString("user_id"),
                statement(row),
                row.getBoolean("denied"),
                Temporal.valueOf(constant(row, "temporal")),
                row.getDouble("confidence"),
                row.getDouble("strength"),
                row.getBoolean("explicit"),
                Emotion.valueOf(constant(row, "emotion")),
                source(row),
                new Evidence(
                        row.getInteger("span_start"),
                        row.getInteger("span_end"),
                        row.getString("quote"),
                        row.getString("rule")),
                row.getString("extractor"));
    }

    private static Source source(Row row) {
        return new Source(
                row.getString("event_id"),
                row.getString("conversation_id"),
                row.getString("message_id"),
                row.getOffsetDateTime("said_at").toInstant(),
                row.getString("platform"),
                row.getString("character"));
    }

    private static Statement statement(Row row) {
        if (row.getString("relation") != null) {
            return new Statement.Fact(
                    Relation.named(row.getString("relation")).orElseThrow(),
                    new Entity(
                            EntityType.named(row.getString("entity_type")).orElseThrow(),
                            row.getString("entity_name")));
        }
        var key = PreferenceKey.named(row.getString("preference_key")).orElseThrow();
        return key == PreferenceKey.TOPIC_PREFERENCES
                ? new Statement.TopicWish(
                        row.getString("value"), Statement.Wish.valueOf(constant(row, "wish")))
                : new Statement.Preference(key, row.getString("value"), attributes(row));
    }

    private static Map<String, String> attributes(Row row) {
        var attributes = new TreeMap<String, String>();
        if (row.getValue("attributes") instanceof JsonObject stored) {
            stored.forEach(
                    entry -> attributes.put(entry.getKey(), String.valueOf(entry.getValue())));
        }
        return attributes;
    }

    private static String constant(Row row, String column) {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
