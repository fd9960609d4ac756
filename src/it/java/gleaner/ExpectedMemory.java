package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code config/samples/expected.json} says must be known, held against what is. */
final class ExpectedMemory {
    private final JsonNode expected;

    private ExpectedMemory(JsonNode expected) {
        this.expected = expected;
    }

    static ExpectedMemory read(Path file) throws IOException {
        return new ExpectedMemory(new ObjectMapper().readTree(file.toFile()));
    }

    /**
     * Everything that is believed of a user without being expected to be, or the other way round.
     */
    List<String> differences(Map<String, KnownUser> known) {
        var differences = new ArrayList<String>();
        for (var user : expected.get("users").properties()) {
            var actual = known.getOrDefault(user.getKey(), KnownUser.NOBODY);
            compare(user.getKey(), user.getValue(), actual, differences);
        }
        return differences;
    }

    long records(String outcome) {
        return expected.get("records").get(outcome).properties().stream()
                .mapToLong(e -> e.getValue().asLong())
                .sum();
    }

    Set<String> users() {
        var names = new java.util.TreeSet<String>();
        expected.get("users").fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean isForgotten(String user) {
        return expected.get("users").get(user).get("forgotten").asBoolean();
    }

    private static void compare(
            String name, JsonNode user, KnownUser actual, List<String> differences) {
        for (var wanted : user.get("beliefs")) {
            if (actual.facts().stream().noneMatch(f -> matches(wanted.asText(), f))) {
                differences.add(name + " lacks " + wanted.asText());
            }
        }
        for (var unwanted : user.get("never")) {
            actual.facts().stream()
                    .filter(f -> matches(unwanted.asText(), f))
                    .forEach(f -> differences.add(name + " must not have " + f));
        }
        for (var preference : user.get("preferences").properties()) {
            var value = actual.preferences().get(preference.getKey());
            var allowed = new ArrayList<String>();
            preference.getValue().forEach(v -> allowed.add(v.asText()));
            if (value == null || !allowed.contains(value)) {
                differences.add(
                        name
                                + " "
                                + preference.getKey()
                                + " is "
                                + value
                                + ", not one of "
                                + allowed);
            }
        }
        for (var absent : user.get("noPreferences")) {
            if (actual.preferences().containsKey(absent.asText())) {
                differences.add(name + " must not have " + absent.asText());
            }
        }
    }

    /** {@code relation|relation entity|entity}, either of them {@code *}. */
    private static boolean matches(String pattern, String fact) {
        var wanted = pattern.split(" ", 2);
        var actual = fact.split(" ", 2);
        return oneOf(wanted[0], actual[0]) && oneOf(wanted[1], actual[1]);
    }

    private static boolean oneOf(String alternatives, String actual) {
        return alternatives.equals("*")
                || Arrays.stream(alternatives.split("\\|"))
                        .anyMatch(a -> a.equalsIgnoreCase(actual));
    }

    void assertRecords(long accepted, long ignored, long rejected) {
        assertThat(List.of(accepted, ignored, rejected))
                .as("accepted, ignored, rejected")
                .isEqualTo(List.of(records("accepted"), records("ignored"), records("rejected")));
    }
}
