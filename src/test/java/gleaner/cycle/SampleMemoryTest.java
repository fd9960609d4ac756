package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.Changes.RevisedObservation;
import gleaner.demo.SampleBelief;
import gleaner.demo.SampleExpectations;
import gleaner.demo.SampleExpectations.User;
import gleaner.demo.SampleFile;
import gleaner.demo.SampleRecord;
import gleaner.event.DecodeLimits;
import gleaner.event.EventDecoder;
import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.memory.Belief;
import gleaner.memory.Fold;
import gleaner.memory.Observation;
import gleaner.memory.SlotState;
import gleaner.memory.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample conversations from bytes to beliefs, without log and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleMemoryTest {
    private static final Path FOLDER = Path.of("config/samples");
    private static final Partition PARTITION = new Partition("events", 0);
    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

    private final SampleExpectations expected;
    private Changes changes = Reducer.reduce(List.of());

    SampleMemoryTest() throws IOException {
        expected = SampleExpectations.read(FOLDER.resolve("expected.json"));
    }

    @BeforeAll
    void readAll() throws IOException {
        var reader =
                new BatchReader(
                        new EventDecoder(new DecodeLimits(1 << 20, 1 << 16, 32)),
                        EmbeddedReader.load(new ReadingLimits(50, 240, true)));
        var contexts = new ConversationContexts(2_000, 6, Duration.ofMinutes(30));
        changes =
                Reducer.reduce(
                        SampleFile.read(FOLDER.resolve("conversations.jsonl")).stream()
                                .map(sample -> reader.decode(record(sample), contexts))
                                .map(decoding -> reader.read(decoding).effect())
                                .toList());
    }

    Set<String> users() {
        return expected.users().keySet();
    }

    @ParameterizedTest
    @MethodSource("users")
    void whatMustBeKnownIsBelieved(String user) {
        var states = states(user);
        var softly = new SoftAssertions();
        for (var belief : wanted(user).beliefs()) {
            softly.assertThat(facts(states)).as("%s: %s", user, belief).anyMatch(isMeant(belief));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("users")
    void whatMustNotBeKnownIsNotBelieved(String user) {
        var states = states(user);
        var softly = new SoftAssertions();
        for (var belief : wanted(user).never()) {
            softly.assertThat(facts(states)).as("%s: %s", user, belief).noneMatch(isMeant(belief));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("users")
    void whatIsOverIsHistory(String user) {
        var past =
                states(user).stream()
                        .flatMap(state -> state.history().stream())
                        .flatMap(p -> fact(p.observation()))
                        .toList();
        var softly = new SoftAssertions();
        for (var belief : wanted(user).past()) {
            softly.assertThat(past).as("%s: %s", user, belief).anyMatch(isMeant(belief));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("users")
    void preferencesAreKnown(String user) {
        var known =
                believed(states(user))
                        .map(o -> o.statement())
                        .filter(Statement.Preference.class::isInstance)
                        .map(Statement.Preference.class::cast)
                        .collect(
                                Collectors.toMap(
                                        p -> p.key().wireName(), Statement.Preference::value));
        var softly = new SoftAssertions();
        wanted(user)
                .preferences()
                .forEach((key, values) ->
                        softly.assertThat(values)
                                .as("%s: %s", user, key)
                                .contains(known.getOrDefault(key, "(none)")));
        softly.assertThat(known.keySet())
                .as(user)
                .doesNotContainAnyElementsOf(wanted(user).noPreferences());
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("users")
    void topicsAreKnown(String user) {
        var topics =
                believed(states(user))
                        .map(Observation::statement)
                        .filter(Statement.TopicWish.class::isInstance)
                        .map(Statement.TopicWish.class::cast)
                        .collect(
                                Collectors.groupingBy(
                                        t -> t.wish().wireName(),
                                        Collectors.mapping(
                                                Statement.TopicWish::topic, Collectors.toSet())));

        assertThat(topics.getOrDefault("focus", Set.of()))
                .containsAll(wanted(user).topics().focus());
        assertThat(topics.getOrDefault("avoid", Set.of()))
                .containsAll(wanted(user).topics().avoid());
    }

    @ParameterizedTest
    @MethodSource("users")
    void ofTheForgottenNothingIsLeft(String user) {
        assertThat(states(user).isEmpty()).isEqualTo(wanted(user).forgotten());
        assertThat(changes.forgotten().containsKey(user)).isEqualTo(wanted(user).forgotten());
    }

    @Test
    void brokenRecordsBecomeDeadLetters() {
        assertThat(
                        changes.deadLetters().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                DeadLetter::errorClass,
                                                Collectors.summingInt(_ -> 1))))
                .isEqualTo(expected.records().rejected());
    }

    @Test
    void whatMustBeNowhereIsNowhere() {
        assertThat(changes.toString()).doesNotContain(expected.nowhere());
    }

    @Test
    void otherLanguagesTeachNothing() {
        assertThat(observations().map(o -> o.source().messageId()))
                .doesNotContainAnyElementsOf(expected.otherLanguages());
    }

    private User wanted(String user) {
        return Objects.requireNonNull(expected.users().get(user));
    }

    private Stream<Observation> observations() {
        return changes.observations().stream().map(RevisedObservation::observation);
    }

    private List<SlotState> states(String user) {
        return observations()
                .filter(o -> o.userId().equals(user))
                .collect(Collectors.groupingBy(Observation::slot))
                .values()
                .stream()
                .map(Fold::fold)
                .toList();
    }

    private static Stream<Observation> believed(List<SlotState> states) {
        return states.stream().flatMap(state -> state.current().stream()).map(Belief::observation);
    }

    private static List<Statement.Fact> facts(List<SlotState> states) {
        return believed(states).flatMap(SampleMemoryTest::fact).toList();
    }

    private static Stream<Statement.Fact> fact(Observation observation) {
        return observation.statement() instanceof Statement.Fact fact
                ? Stream.of(fact)
                : Stream.empty();
    }

    private static Predicate<Statement.Fact> isMeant(SampleBelief belief) {
        return fact -> belief.matches(fact.relation().wireName(), fact.entity().name());
    }

    private static SourceRecord record(SampleRecord sample) {
        var headers =
                sample.headers().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> e.getValue().getBytes(StandardCharsets.UTF_8)));
        return new SourceRecord(
                PARTITION, sample.line(), sample.keyBytes(), sample.value(), headers, SENT);
    }
}
