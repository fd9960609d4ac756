package gleaner.extract.preference;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Match;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import gleaner.memory.Statement.Wish;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says when it matches: {@code key=value}, where the value is a word or a slot, with
 * {@code !} before it where the wish is called off and {@code ~} where it is told as past.
 *
 * @param key which preference
 * @param wish for topics, which list
 * @param slot the slot that gives the value; absent where {@code value} is it
 * @param value the normalised value
 */
record Effect(
        PreferenceKey key,
        @Nullable Wish wish,
        @Nullable String slot,
        String value,
        boolean denied,
        Temporal temporal) {

    /** Reads one finding of a rule; what it takes must be a slot that the pattern keeps. */
    static Effect of(String written, Table.Row row, Set<String> slots) {
        boolean denied = written.startsWith("!");
        boolean past = written.startsWith("~");
        var sides = written.substring(denied || past ? 1 : 0).split("=", 2);
        var key = PreferenceKey.named(sides[0]).orElse(null);
        if (key == null || sides.length < 2) {
            throw row.wrong("\"" + written + "\" is no finding: key=value with one of our keys");
        }
        var wish = wish(key, sides[1], row);
        var value = wish == null ? sides[1] : sides[1].substring(sides[1].indexOf(':') + 1);
        var slot = value.startsWith("{") ? value.substring(1, value.length() - 1) : null;
        if (slot != null && !slots.contains(slot)) {
            throw row.wrong("{" + slot + "} is not taken by the pattern; it takes " + slots);
        }
        if (slot == null && key.normalise(value).isEmpty()) {
            throw row.wrong("\"" + value + "\" is no value of " + key.wireName());
        }
        return new Effect(key, wish, slot, value, denied, past ? Temporal.PAST : Temporal.CURRENT);
    }

    private static @Nullable Wish wish(PreferenceKey key, String value, Table.Row row) {
        if (key != PreferenceKey.TOPIC_PREFERENCES) {
            return null;
        }
        int colon = value.indexOf(':');
        return row.constant(Wish.class, colon < 0 ? value : value.substring(0, colon));
    }

    /** What is stated; nothing where the key's normaliser refuses the value. */
    Stream<Statement> statements(Match match) {
        var filling = slot == null ? null : match.fillings().get(slot);
        var values = filling == null ? List.of(value) : filling.values();
        return values.stream()
                .flatMap(raw -> key.normalise(raw).stream())
                .map(normal -> statement(normal, filling));
    }

    private Statement statement(String normal, @Nullable Filling filling) {
        Map<String, String> attributes = filling == null ? Map.of() : filling.attributes();
        return wish == null
                ? new Statement.Preference(key, normal, attributes)
                : new Statement.TopicWish(normal, wish);
    }
}
