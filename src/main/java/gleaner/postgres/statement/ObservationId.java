package gleaner.postgres.statement;

import gleaner.memory.Observation;
import gleaner.memory.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The identity of an observation: the first 128 bits of the SHA-256 of what was said, in which
 * event, and how it was read. So a statement delivered twice is stored once, the set of the stored
 * observations is the plain union of what was delivered, and the key is short whatever the names
 * are.
 *
 * <p>Left out is what one event cannot have two of (platform, character, conversation), and the
 * quote, which the settings may switch off between two deliveries.
 */
final class ObservationId {
    private final MessageDigest digest;

    private ObservationId() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static UUID of(Observation o) {
        var id = new ObservationId();
        id.say(o.statement());
        id.text(o.denied() + " " + o.explicit())
                .text(o.temporal().wireName())
                .text(o.emotion().wireName())
                .text(o.confidence() + " " + o.strength())
                .text(o.source().eventId())
                .text(o.source().messageId())
                .text(o.source().saidAt().truncatedTo(ChronoUnit.MICROS).toString())
                .text(o.evidence().start() + " " + o.evidence().end())
                .text(o.evidence().rule())
                .text(o.extractor());
        return id.uuid();
    }

    private void say(Statement statement) {
        switch (statement) {
            case Statement.Fact(var relation, var entity) ->
                    text(relation.wireName()).text(entity.type().wireName()).text(entity.name());
            case Statement.Preference p -> text(p.key().wireName()).text(p.value());
            case Statement.TopicWish(var topic, var wish) -> text(wish.wireName()).text(topic);
        }
    }

    /** Each text with its length before it, so that no two lists of texts run together. */
    private ObservationId text(String text) {
        var bytes = StorableText.of(text).getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    private UUID uuid() {
        var bits = ByteBuffer.wrap(digest.digest());
        return new UUID(bits.getLong(), bits.getLong());
    }
}
