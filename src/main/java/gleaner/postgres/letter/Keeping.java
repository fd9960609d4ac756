package gleaner.postgres.letter;

import gleaner.config.Settings;
import gleaner.cycle.Origin;
import gleaner.event.Partition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides of which dead letters the record is kept, and encrypts it. Not kept is what nobody could
 * take back: a record that does not tell whose it is, and one whose context holds what others said.
 */
public final class Keeping {
    /** No record is kept. */
    public static final Keeping NOTHING = new Keeping(null, 0);

    private final @Nullable Seal seal;
    private final int maxBytes;

    private Keeping(@Nullable Seal seal, int maxBytes) {
        this.seal = seal;
        this.maxBytes = maxBytes;
    }

    /** As the settings say. */
    public static Keeping of(Settings.DeadLetters settings) {
        return settings.keys() == null
                ? NOTHING
                : new Keeping(new Seal(settings.keys()), settings.payloadBytes());
    }

    /** The payload, where it is kept. */
    public Optional<Kept> keep(Origin origin) {
        var sealing = seal;
        var payload = new Payload(origin.record(), origin.context());
        return sealing == null || payload.size() > maxBytes
                ? Optional.empty()
                : Owner.of(origin)
                        .filter(owner -> isAlone(owner, origin))
                        .map(owner -> new Kept(owner, sealed(sealing, payload)));
    }

    private static boolean isAlone(Owner owner, Origin origin) {
        return origin.context().before().stream()
                .allMatch(turn -> turn.userId().equals(owner.userId()));
    }

    private static Sealed sealed(Seal seal, Payload payload) {
        var record = payload.record();
        return seal.close(payload.bytes(), record.partition(), record.offset());
    }

    /** What was kept; nothing where no key opens it. */
    public Optional<Payload> open(Sealed sealed, Partition partition, long offset) {
        return seal == null
                ? Optional.empty()
                : seal.open(sealed, partition, offset)
                        .flatMap(bytes -> Payload.read(bytes, partition, offset));
    }
}
