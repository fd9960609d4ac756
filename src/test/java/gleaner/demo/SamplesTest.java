package gleaner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.ConversationEvent;
import gleaner.event.DecodeLimits;
import gleaner.event.Decoded;
import gleaner.event.EventDecoder;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample records and what is expected of them belong together. */
class SamplesTest {
    private static final Path FOLDER = Path.of("config/samples");
    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

    private final List<SampleRecord> samples;
    private final SampleExpectations expected;
    private final EventDecoder decoder = new EventDecoder(new DecodeLimits(1 << 20, 1 << 16, 32));

    SamplesTest() throws IOException {
        samples = SampleFile.read(FOLDER.resolve("conversations.jsonl"));
        expected = SampleExpectations.read(FOLDER.resolve("expected.json"));
    }

    @Test
    void everyRecordIsAccountedFor() {
        var accepted = new TreeMap<String, Integer>();
        var ignored = new TreeMap<String, Integer>();
        var rejected = new TreeMap<String, Integer>();
        for (var decoded : decodedInOrder()) {
            switch (decoded) {
                case Decoded.Accepted(var event) -> count(accepted, typeOf(event));
                case Decoded.Ignored(var reason) -> count(ignored, reason);
                case Decoded.Rejected(var errorClass, var _) -> count(rejected, errorClass);
            }
        }

        var records = expected.records();
        assertThat(accepted).isEqualTo(records.accepted());
        assertThat(ignored).isEqualTo(records.ignored());
        assertThat(rejected).isEqualTo(records.rejected());
        assertThat(records.acceptedInAll() + records.ignoredInAll() + records.rejectedInAll())
                .isEqualTo(samples.size());
    }

    @Test
    void exactlyTheBrokenOnesAreRejected() {
        for (var sample : samples) {
            assertThat(decode(sample) instanceof Decoded.Rejected)
                    .as("line %d", sample.line())
                    .isEqualTo(sample.note().startsWith("broken: "));
        }
    }

    @Test
    void everyPersonHasARecordAndAnExpectation() {
        var people = accepted().map(ConversationEvent::userId).collect(Collectors.toSet());

        assertThat(people).isEqualTo(expected.users().keySet());
    }

    @Test
    void everyRelationAndPreferenceKeyIsExpectedSomewhere() {
        var relations = new HashSet<String>();
        var keys = new HashSet<String>();
        for (var user : expected.users().values()) {
            user.beliefs().forEach(belief -> relations.addAll(belief.relations()));
            keys.addAll(user.preferences().keySet());
            if (!user.topics().focus().isEmpty() || !user.topics().avoid().isEmpty()) {
                keys.add(PreferenceKey.TOPIC_PREFERENCES.wireName());
            }
        }

        assertThat(relations)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Relation.values()).map(Relation::wireName).toList());
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(PreferenceKey.values()).map(PreferenceKey::wireName).toList());
    }

    @Test
    void everyExpectedPreferenceIsAValueOfItsKey() {
        expected.users()
                .forEach((user, wanted) ->
                        wanted.preferences()
                                .forEach((name, values) ->
                                        assertThat(values)
                                                .as("%s of %s", name, user)
                                                .allSatisfy(value ->
                                                        assertThat(
                                                                        PreferenceKey.named(name)
                                                                                .orElseThrow()
                                                                                .normalise(value))
                                                                .contains(value))));
    }

    @Test
    void theMessagesInOtherLanguagesAreThere() {
        var messages =
                accepted()
                        .filter(ConversationEvent.MessageCreated.class::isInstance)
                        .map(e -> ((ConversationEvent.MessageCreated) e).message().messageId())
                        .toList();

        assertThat(messages).containsAll(expected.otherLanguages());
    }

    @Test
    void whatMustBeNowhereIsSomewhereInTheRecords() {
        var all =
                samples.stream()
                        .filter(s -> s.value() != null)
                        .map(s -> new String(s.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"));

        assertThat(all).contains(expected.nowhere());
    }

    private Stream<ConversationEvent> accepted() {
        return decodedInOrder().stream()
                .filter(Decoded.Accepted.class::isInstance)
                .map(d -> ((Decoded.Accepted) d).event());
    }

    private List<Decoded> decodedInOrder() {
        return samples.stream().map(this::decode).toList();
    }

    private Decoded decode(SampleRecord sample) {
        var headers =
                sample.headers().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> e.getValue().getBytes(StandardCharsets.UTF_8)));
        return decoder.decode(
                new SourceRecord(
                        new Partition("events", 0),
                        sample.line(),
                        sample.keyBytes(),
                        sample.value(),
                        headers,
                        sample.recordedAt() == null ? SENT : sample.recordedAt()));
    }

    private static String typeOf(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.MessageCreated _ -> "message.created";
            case ConversationEvent.MessageEdited _ -> "message.edited";
            case ConversationEvent.MessageDeleted _ -> "message.deleted";
            case ConversationEvent.ConversationForgotten _ -> "conversation.forgotten";
            case ConversationEvent.UserForgotten _ -> "user.forgotten";
        };
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }
}
