package gleaner.postgres;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.cycle.Effect;
import gleaner.cycle.Reducer;
import gleaner.memory.Belief;
import gleaner.memory.EntityType;
import gleaner.memory.Evidence;
import gleaner.memory.Fold;
import gleaner.memory.Observation;
import gleaner.memory.PastBelief;
import gleaner.memory.Slot;
import gleaner.memory.SlotState;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import gleaner.postgres.statement.SlotKey;
import gleaner.postgres.statement.StorableText;
import gleaner.postgres.statement.StoredObservation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory that events must lead to: their fold in plain Java, without any database, written down
 * line by line as {@link StateHash} writes down what the tables hold.
 */
public final class ModelMemory {
    private static final Comparator<Slot> SLOTS = comparing(Slot::userId).thenComparing(Slot::key);

    /** A new database takes all types. */
    private static final EntityTypes TYPES =
            new EntityTypes(
                    Arrays.stream(EntityType.values()).map(EntityType::wireName).collect(toSet()));

    private final TreeMap<BeliefKey, StateLine> beliefs = new TreeMap<>(BeliefKey.ORDER);
    private final List<StateLine> history = new ArrayList<>();
    private final TreeMap<String, ObjectNode> preferences = new TreeMap<>();

    /** What the lines of beliefs are sorted by. */
    private record BeliefKey(String user, String relation, String slot) {
        static final Comparator<BeliefKey> ORDER =
                comparing(BeliefKey::user)
                        .thenComparing(BeliefKey::relation)
                        .thenComparing(BeliefKey::slot);
    }

    private ModelMemory() {}

    /** As rows of {@code gleaner.observation}: reduced, cleaned, with their ids. */
    public static List<StoredObservation> stored(List<Effect> effects) {
        return Reducer.reduce(effects).observations().stream()
                .flatMap(o ->
                        StorableStatement.in(o.observation()).stream()
                                .map(clean -> StoredObservation.of(clean, o.edited())))
                .toList();
    }

    /** What the state hash of these effects is made of. */
    public static List<StateLine> lines(List<Effect> effects) {
        var model = new ModelMemory();
        stored(effects).stream()
                .map(o -> readBack(o.observation()))
                .collect(groupingBy(o -> o.slot(), () -> new TreeMap<>(SLOTS), toList()))
                .forEach((slot, said) -> model.add(slot, Fold.fold(said)));
        return model.lines();
    }

    /** All texts as the database holds them. */
    private static Observation readBack(Observation o) {
        var source = o.source();
        var evidence = o.evidence();
        return new Observation(
                o.userId(),
                o.statement(),
                o.denied(),
                o.temporal(),
                o.confidence(),
                o.strength(),
                o.explicit(),
                o.emotion(),
                new Source(
                        StorableText.of(source.eventId()),
                        StorableText.of(source.conversationId()),
                        StorableText.of(source.messageId()),
                        source.saidAt(),
                        source.platform(),
                        source.character()),
                new Evidence(
                        evidence.start(),
                        evidence.end(),
                        StorableText.of(Objects.requireNonNullElse(evidence.quote(), "")),
                        evidence.rule()),
                o.extractor());
    }

    private void add(Slot slot, SlotState state) {
        for (var seq = 0; seq < state.history().size(); seq++) {
            history.add(past(slot, seq, state.history().get(seq)));
        }
        if (!SlotKey.isPreference(slot)) {
            state.current().forEach(belief -> believe(slot, belief));
        } else if (!state.current().isEmpty()) {
            preferences
                    .computeIfAbsent(slot.userId(), u -> JsonNodeFactory.instance.objectNode())
                    .set(SlotKey.preference(slot), PreferenceEntry.of(state));
        }
    }

    private void believe(Slot slot, Belief belief) {
        var deciding = belief.observation();
        if (!(deciding.statement() instanceof Statement.Fact(var relation, var entity))) {
            throw new IllegalStateException("a preference in a slot of facts");
        }
        var stored = TYPES.stored(entity);
        var source = deciding.source();
        var metadata = FactMetadata.of(slot, belief);
        var evidence = metadata.remove("evidence");
        var line =
                JsonNodeFactory.instance
                        .arrayNode()
                        .add("belief")
                        .add(slot.userId())
                        .add(relation.wireName())
                        .add(stored.type())
                        .add(JsonbText.float8(belief.confidence()))
                        .add(JsonbText.float8(deciding.strength()))
                        .add(deciding.emotion().wireName())
                        .add(source.conversationId())
                        .add(source.character())
                        .add(source.platform())
                        .add(metadata)
                        .add(evidence);
        beliefs.put(
                new BeliefKey(slot.userId(), relation.wireName(), slot.key()),
                new StateLine(JsonbText.of(line), stored.name().toLowerCase(Locale.ROOT)));
    }

    private static StateLine past(Slot slot, int seq, PastBelief past) {
        var observation = past.observation();
        var line =
                JsonNodeFactory.instance
                        .arrayNode()
                        .add("history")
                        .add(slot.userId())
                        .add(slot.key())
                        .add(seq);
        statement(observation.statement()).forEach(line::add);
        line.add(JsonbText.float8(past.confidence()))
                .add(time(past.validFrom()))
                .add(time(past.validTo()))
                .add(observation.source().messageId())
                .add(observation.evidence().quote())
                .add(observation.extractor())
                .add(past.endedBy().source().messageId())
                .add(past.endedBy().evidence().quote());
        return new StateLine(JsonbText.of(line), "");
    }

    /** Relation, entity type, entity name, preference key, value, wish. */
    private static List<@Nullable String> statement(Statement statement) {
        return switch (statement) {
            case Statement.Fact(var relation, var entity) ->
                    Arrays.asList(
                            relation.wireName(),
                            entity.type().wireName(),
                            entity.name(),
                            null,
                            null,
                            null);
            case Statement.Preference p ->
                    Arrays.asList(null, null, null, p.key().wireName(), p.value(), null);
            case Statement.TopicWish(var topic, var wish) ->
                    Arrays.asList(null, null, null, "topic_preferences", topic, wish.wireName());
        };
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null
                ? null
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    private List<StateLine> lines() {
        var lines = new ArrayList<>(beliefs.values());
        lines.addAll(history);
        preferences.forEach((user, document) ->
                lines.add(
                        new StateLine(
                                JsonbText.of(
                                        JsonNodeFactory.instance
                                                .arrayNode()
                                                .add("preferences")
                                                .add(user)
                                                .add(document)),
                                "")));
        return lines;
    }
}
