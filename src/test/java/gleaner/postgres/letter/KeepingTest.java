package gleaner.postgres.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.PayloadKeys;
import gleaner.config.Secret;
import gleaner.config.Settings;
import gleaner.cycle.Origin;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.Decoded;
import gleaner.event.Partition;
import gleaner.event.Role;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import gleaner.extract.Turn;
import gleaner.memory.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final Partition P = new Partition("events", 3);
    private static final Instant THEN = Instant.parse("2025-02-03T18:02:00.123Z");
    private static final Decoded BROKEN = new Decoded.Rejected("not_json", "no JSON");

    private final Keeping keeping = keeping(1_000);

    @Test
    void aKeptRecordComesBackAsItWas() {
        var context = new Context(List.of(turn("ann", "What should I call you?")));
        var kept = keeping.keep(new Origin(record("ann", "Mark"), BROKEN, context)).orElseThrow();

        var payload = keeping.open(kept.sealed(), P, 42).orElseThrow();

        assertThat(payload.context()).isEqualTo(context);
        assertThat(payload.record()).usingRecursiveComparison().isEqualTo(record("ann", "Mark"));
    }

    @Property(tries = 200)
    void anyRecordComesBackAsItWas(
            @ForAll byte @Nullable [] key,
            @ForAll byte[] value,
            @ForAll @Size(max = 3) Map<String, byte[]> headers) {
        var record = new SourceRecord(P, 42, key, value, headers, THEN);

        var read = Payload.read(new Payload(record, Context.NONE).bytes(), P, 42).orElseThrow();

        assertThat(read.record()).usingRecursiveComparison().isEqualTo(record);
    }

    @Test
    void anEventTellsWhoseItIsAndABrokenRecordsKeyDoes() {
        var deleted = new MessageDeleted("e", "ann", THEN, "c", "m");

        assertThat(kept(new Decoded.Accepted(deleted), "bob").owner())
                .isEqualTo(new Owner("ann", "c", "m", THEN));
        assertThat(kept(BROKEN, "bob").owner()).isEqualTo(new Owner("bob", null, null, THEN));
    }

    @Test
    void whatNobodyCouldTakeBackIsNotKept() {
        var others = new Context(List.of(turn("ann", "hello"), turn("bob", "hello")));

        assertThat(keeping.keep(new Origin(record("ann", "x"), BROKEN, others))).isEmpty();
        for (var key : List.of("", " ", "k".repeat(256))) {
            assertThat(keeping.keep(new Origin(record(key, "x"), BROKEN, Context.NONE))).isEmpty();
        }
        var noText = new SourceRecord(P, 42, new byte[] {-1}, new byte[0], Map.of(), THEN);
        assertThat(keeping.keep(new Origin(noText, BROKEN, Context.NONE))).isEmpty();
        var noKey = new SourceRecord(P, 42, null, new byte[0], Map.of(), THEN);
        assertThat(keeping.keep(new Origin(noKey, BROKEN, Context.NONE))).isEmpty();
    }

    @Test
    void whatIsLargerThanTheLimitIsNotKept() {
        var origin = new Origin(record("ann", "x".repeat(96)), BROKEN, Context.NONE);
        var withContext =
                new Origin(
                        record("ann", "x".repeat(96)),
                        BROKEN,
                        new Context(List.of(turn("ann", "y"))));

        assertThat(keeping(98).keep(origin)).isEmpty();
        assertThat(keeping(99).keep(origin)).isPresent();
        assertThat(keeping(99).keep(withContext)).isEmpty();
    }

    @Test
    void withoutKeysNothingIsKept() {
        assertThat(Keeping.NOTHING.keep(new Origin(record("ann", "x"), BROKEN, Context.NONE)))
                .isEmpty();
    }

    @Test
    void keysShowThemselvesNowhere() {
        assertThat(settings(1).toString()).doesNotContain(key()).contains("(secret)");
    }

    private Kept kept(Decoded decoded, String key) {
        return keeping.keep(new Origin(record(key, "x"), decoded, Context.NONE)).orElseThrow();
    }

    private static Keeping keeping(int bytes) {
        return Keeping.of(settings(bytes));
    }

    private static Settings.DeadLetters settings(int bytes) {
        return new Settings.DeadLetters(
                new PayloadKeys(List.of(new PayloadKeys.Key("a", new Secret(key())))),
                bytes,
                Duration.ofHours(1));
    }

    private static String key() {
        return Base64.getEncoder().encodeToString("k".repeat(32).getBytes(UTF_8));
    }

    private static SourceRecord record(String key, String value) {
        return new SourceRecord(
                P,
                42,
                key.getBytes(UTF_8),
                value.getBytes(UTF_8),
                Map.of("ce_type", "message.created".getBytes(UTF_8)),
                THEN);
    }

    private static Turn turn(String user, String text) {
        return new Turn(
                user, Role.ASSISTANT, text, "en", new Source("e", "c", "m", THEN, null, "elena"));
    }
}
