package gleaner.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A belief, with the ways in which it may be put: {@code has_pet|has Bolota|dog} is one of two
 * relations to one of two entities, {@code * surfing} any relation. Case is ignored.
 */
public record SampleBelief(Set<String> relations, Set<String> entities) {
    private static final String ANY = "*";

    @JsonCreator
    public static SampleBelief parse(String written) {
        var parts = written.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "'" + written + "'; allowed is: relation|relation entity|entity");
        }
        return new SampleBelief(ways(parts[0]), ways(parts[1]));
    }

    /** Whether a belief of this relation to this entity is meant. */
    public boolean matches(String relation, String entity) {
        return holds(relations, relation) && holds(entities, entity);
    }

    @Override
    public String toString() {
        return String.join("|", relations) + " " + String.join("|", entities);
    }

    private static boolean holds(Set<String> ways, String one) {
        return ways.contains(ANY) || ways.contains(one.toLowerCase(Locale.ROOT));
    }

    private static Set<String> ways(String written) {
        return Arrays.stream(written.toLowerCase(Locale.ROOT).split("\\|"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
