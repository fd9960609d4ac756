package gleaner.extract.preference.pattern;

import java.util.List;
import java.util.Map;

/**
 * What a slot has taken.
 *
 * @param end behind the last token
 * @param values at least one: several where the words are a list
 * @param attributes what else is known of the value
 */
public record Filling(int end, List<String> values, Map<String, String> attributes) {
    public Filling {
        values = List.copyOf(values);
        attributes = Map.copyOf(attributes);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a filling without a value");
        }
    }

    public Filling(int end, String value) {
        this(end, List.of(value), Map.of());
    }
}
