package gleaner.postgres.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.PayloadKeys;
import gleaner.config.Secret;
import gleaner.event.Partition;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final Partition P = new Partition("events", 3);
    private static final byte[] WORDS = "I live in Lisbon".getBytes(UTF_8);

    private final Seal seal = seal("a");

    @Test
    void whatWasClosedOpens() {
        assertThat(seal.open(seal.close(WORDS, P, 42), P, 42)).hasValue(WORDS);
        assertThat(seal.open(seal.close(new byte[0], P, 42), P, 42)).hasValue(new byte[0]);
    }

    @Test
    void itDoesNotOpenAtAnotherPosition() {
        var sealed = seal.close(WORDS, P, 42);

        assertThat(seal.open(sealed, P, 43)).isEmpty();
        assertThat(seal.open(sealed, new Partition("events", 4), 42)).isEmpty();
        assertThat(seal.open(sealed, new Partition("other", 3), 42)).isEmpty();
    }

    @Test
    void noBitCanBeChanged() {
        var sealed = seal.close(WORDS, P, 42);
        for (int i = 0; i < sealed.bytes().length; i++) {
            var bytes = sealed.bytes().clone();
            bytes[i] ^= 1;
            assertThat(seal.open(new Sealed("a", bytes), P, 42)).as("byte %s", i).isEmpty();
        }
        for (int length = 0; length < sealed.bytes().length; length++) {
            var cut = java.util.Arrays.copyOf(sealed.bytes(), length);
            assertThat(seal.open(new Sealed("a", cut), P, 42)).as("cut to %s", length).isEmpty();
        }
    }

    @Test
    void theSameWordsNeverLookTheSame() {
        assertThat(seal.close(WORDS, P, 42).bytes()).isNotEqualTo(seal.close(WORDS, P, 42).bytes());
        assertThat(new String(seal.close(WORDS, P, 42).bytes(), UTF_8)).doesNotContain("Lisbon");
    }

    @Test
    void aNewFirstKeyEncryptsAndTheOldOneStillOpens() {
        var rotated = seal("b", "a");

        assertThat(rotated.close(WORDS, P, 42).keyId()).isEqualTo("b");
        assertThat(rotated.open(seal.close(WORDS, P, 42), P, 42)).hasValue(WORDS);
        assertThat(seal.open(rotated.close(WORDS, P, 42), P, 42)).isEmpty();
    }

    @Test
    void aKeyUnderAnotherNameDoesNotOpen() {
        var sealed = seal.close(WORDS, P, 42);
        var renamed = new Seal(new PayloadKeys(List.of(new PayloadKeys.Key("z", key("a")))));

        assertThat(renamed.open(new Sealed("z", sealed.bytes()), P, 42)).isEmpty();
    }

    private static Seal seal(String... ids) {
        var keys = new ArrayList<PayloadKeys.Key>();
        for (var id : ids) {
            keys.add(new PayloadKeys.Key(id, key(id)));
        }
        return new Seal(new PayloadKeys(keys));
    }

    private static Secret key(String id) {
        return new Secret(Base64.getEncoder().encodeToString(id.repeat(32).getBytes(UTF_8)));
    }
}
