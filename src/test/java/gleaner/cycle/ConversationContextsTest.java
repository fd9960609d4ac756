package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Role;
import gleaner.extract.Context;
import gleaner.extract.Turn;
import gleaner.memory.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ConversationContextsTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    private final ConversationContexts contexts =
            new ConversationContexts(10, 3, Duration.ofMinutes(30));

    @Test
    void holdsTheLastTurnsOfTheSameConversationOldestFirst() {
        for (var i = 0; i < 5; i++) {
            contexts.remember(i, turn("c", "m" + i, i));
        }
        contexts.remember(5, turn("other", "m5", 5));

        assertThat(texts(contexts.before(6, turn("c", "m6", 6)))).isEqualTo("m2 m3 m4");
    }

    @Test
    void reachesBackOnlySoManyOffsets() {
        contexts.remember(0, turn("c", "m0", 0));
        contexts.remember(1, turn("c", "m1", 1));

        assertThat(texts(contexts.before(10, turn("c", "m2", 2)))).isEqualTo("m0 m1");
        assertThat(texts(contexts.before(11, turn("c", "m2", 2)))).isEqualTo("m1");
        assertThat(texts(contexts.before(12, turn("c", "m2", 2)))).isEmpty();
    }

    @Test
    void reachesBackOnlySoLong() {
        contexts.remember(0, turn("c", "m0", 0));

        assertThat(texts(contexts.before(1, turn("c", "m1", 30)))).isEqualTo("m0");
        assertThat(texts(contexts.before(1, turn("c", "m1", 31)))).isEmpty();
    }

    @Test
    void aTurnIsNoContextOfAnEarlierOneThatArrivesLate() {
        contexts.remember(0, turn("c", "m0", 10));

        assertThat(texts(contexts.before(1, turn("c", "late", 5)))).isEmpty();
    }

    @Test
    void editedMessagesAreNeitherTheirOwnContextNorThereTwice() {
        contexts.remember(0, turn("c", "m0", 0));
        contexts.remember(1, turn("c", "m0", 1));

        assertThat(texts(contexts.before(2, turn("c", "m0", 2)))).isEmpty();
        assertThat(texts(contexts.before(2, turn("c", "m1", 2)))).isEqualTo("m0");
    }

    @Test
    void whatIsTakenBackLeavesNoContext() {
        contexts.remember(0, turn("c", "m0", 0));
        contexts.remember(1, turn("c", "m1", 1));
        contexts.drop(new MessageKey("ann", "m0"));

        assertThat(texts(contexts.before(2, turn("c", "m2", 2)))).isEqualTo("m1");

        contexts.remember(1, turn("d", "m1", 1));
        contexts.drop(new ConversationKey("ann", "d"));
        contexts.drop(new ConversationKey("bob", "c"));

        assertThat(texts(contexts.before(2, turn("c", "m2", 2)))).isEqualTo("m1");
        assertThat(texts(contexts.before(2, turn("d", "m2", 2)))).isEmpty();

        contexts.dropUser("ann");

        assertThat(texts(contexts.before(2, turn("c", "m2", 2)))).isEmpty();
    }

    private static String texts(Context context) {
        return String.join(" ", context.before().stream().map(Turn::text).toList());
    }

    private static Turn turn(String conversation, String message, int minute) {
        var source =
                new Source(
                        "e-" + message,
                        conversation,
                        message,
                        NOON.plus(Duration.ofMinutes(minute)),
                        null,
                        null);
        return new Turn("ann", Role.USER, message, null, source);
    }
}
