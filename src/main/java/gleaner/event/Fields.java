package gleaner.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, each read by its rule. A field that is null or blank counts as
 * absent. The first flaw is kept; what is read after it is a placeholder that nobody gets to see.
 */
final class Fields {
    /** As long as {@code universal_users.universal_id}, in code points, as PostgreSQL counts. */
    static final int MAX_ID = 255;

    private final JsonNode object;
    private final String path;
    private Decoded.@Nullable Rejected flaw;

    /**
     * @param path where the object stands, for reasons: empty, or {@code data.}
     */
    Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The event, or the first flaw that was met on the way to it. */
    Decoded or(ConversationEvent event) {
        return flaw == null ? new Decoded.Accepted(event) : flaw;
    }

    /** As {@link #or}, for what is no event yet. */
    <T> Read<T> orStop(T value) {
        return flaw == null ? new Read.Of<>(value) : new Read.Stopped<>(flaw);
    }

    /** An id: a string or an integer, kept as written. */
    Optional<String> id(String name) {
        var node = object.path(name);
        if (node.isIntegralNumber()) {
            return Optional.of(node.asText());
        }
        return string(name)
                .filter(id -> isShort(name, id))
                .filter(id -> Utf8.isClean(id) || flawed(Flaw.BAD_ID, name, badId()));
    }

    /** A name of something: cleaned. */
    Optional<String> name(String name) {
        return string(name)
                .filter(value -> isShort(name, value))
                .map(Utf8::clean)
                .filter(value -> !value.isEmpty());
    }

    /** A short word of a fixed list, in lower case. */
    Optional<String> word(String name) {
        return string(name).map(word -> word.strip().toLowerCase(Locale.ROOT));
    }

    /** As {@link #string}, but what is blank counts. */
    Optional<String> text(String name) {
        var node = object.path(name);
        return node.isTextual() ? Optional.of(node.textValue()) : string(name);
    }

    /** BCP-47; a hint, so one that is none counts as absent. An underscore is read as hyphen. */
    Optional<String> locale(String name) {
        return string(name)
                .filter(tag -> tag.length() <= MAX_ID)
                .flatMap(tag -> languageTag(tag.strip().replace('_', '-')));
    }

    /** When it happened; absent where the field is. */
    Optional<Instant> time(String name, Instant recordedAt) {
        var node = object.path(name);
        if (isAbsent(node)) {
            return Optional.empty();
        }
        var time = EventTime.of(node, recordedAt);
        if (time.isEmpty()) {
            note(Flaw.BAD_TIMESTAMP, name, "is no time that can be; " + EventTime.ALLOWED);
        }
        return time;
    }

    /** Notes a flaw of a field, unless an earlier one is known. */
    void note(Flaw kind, String name, String what) {
        if (flaw == null) {
            flaw = kind.because(path + name + " " + what);
        }
    }

    /** A string, as it arrived. */
    Optional<String> string(String name) {
        var node = object.path(name);
        if (isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            var type = node.getNodeType().name().toLowerCase(Locale.ROOT);
            note(Flaw.WRONG_TYPE, name, "is of type " + type + "; allowed is a string");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    private boolean isShort(String name, String value) {
        // Code points are at most as many as UTF-16 units, so most values need no counting.
        return value.length() <= MAX_ID
                || value.codePointCount(0, value.length()) <= MAX_ID
                || flawed(
                        Flaw.FIELD_TOO_LONG,
                        name,
                        "is longer than the allowed " + MAX_ID + " characters");
    }

    private boolean flawed(Flaw kind, String name, String what) {
        note(kind, name, what);
        return false;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank());
    }

    private static String badId() {
        return "has a NUL or half a surrogate pair; allowed are whole characters";
    }

    private static Optional<String> languageTag(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())
                    .filter(t -> !t.equals("und"));
        } catch (IllformedLocaleException noTag) {
            return Optional.empty();
        }
    }
}
