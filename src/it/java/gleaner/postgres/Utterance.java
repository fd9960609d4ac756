package gleaner.postgres;

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
import java.time.Duration;
import java.time.Instant;

/**
 * What a user says in a test: {@code Utterance.by("ann", 3).lives("Oslo")} is said outright three
 * hours after {@link #EPOCH}, in message {@code m3} of conversation {@code c1}, by event {@code
 * e3}.
 */
record Utterance(
        String user,
        String message,
        String event,
        Instant at,
        boolean explicit,
        double confidence,
        boolean denied,
        String quote,
        String conversation) {

    static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");

    static Utterance by(String user, int hour) {
        return new Utterance(
                user, "m" + hour, "e" + hour, hour(hour), true, 0.9, false, "words", "c1");
    }

    static Instant hour(int hour) {
        return EPOCH.plus(Duration.ofHours(hour));
    }

    Utterance in(String otherMessage) {
        return new Utterance(
                user, otherMessage, event, at, explicit, confidence, denied, quote, conversation);
    }

    Utterance event(String otherEvent) {
        return new Utterance(
                user, message, otherEvent, at, explicit, confidence, denied, quote, conversation);
    }

    Utterance implied() {
        return new Utterance(
                user, message, event, at, false, confidence, denied, quote, conversation);
    }

    Utterance surely(double otherConfidence) {
        return new Utterance(
                user, message, event, at, explicit, otherConfidence, denied, quote, conversation);
    }

    Utterance denying() {
        return new Utterance(
                user, message, event, at, explicit, confidence, true, quote, conversation);
    }

    Utterance quoting(String words) {
        return new Utterance(
                user, message, event, at, explicit, confidence, denied, words, conversation);
    }

    Utterance within(String otherConversation) {
        return new Utterance(
                user, message, event, at, explicit, confidence, denied, quote, otherConversation);
    }

    Observation lives(String place) {
        return is(Relation.LIVES_IN, EntityType.PLACE, place);
    }

    Observation likes(String food) {
        return is(Relation.LIKES, EntityType.FOOD, food);
    }

    Observation is(Relation relation, EntityType type, String entity) {
        return observation(new Statement.Fact(relation, new Entity(type, entity)));
    }

    Observation prefers(PreferenceKey key, String value) {
        return observation(new Statement.Preference(key, value));
    }

    Observation wishes(Statement.Wish wish, String topic) {
        return observation(new Statement.TopicWish(topic, wish));
    }

    private Observation observation(Statement statement) {
        return new Observation(
                user,
                statement,
                denied,
                Temporal.CURRENT,
                confidence,
                0.7,
                explicit,
                Emotion.HAPPY,
                new Source(event, conversation, message, at, "discord", "elena"),
                new Evidence(2, 7, quote, "test.rule"),
                "test@1");
    }
}
