package gleaner;

import gleaner.demo.SampleBelief;
import gleaner.demo.SampleExpectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must be known when all samples were read, held against what a reader of the tables knows.
 */
final class ExpectedMemory {
    private final List<String> differences = new ArrayList<>();

    private ExpectedMemory() {}

    /** Everything that is believed without being expected to be, or the other way round. */
    static List<String> differences(SampleExpectations expected, Map<String, KnownUser> known) {
        var memory = new ExpectedMemory();
        expected.users()
                .forEach((name, user) ->
                        memory.compare(name, user, known.getOrDefault(name, KnownUser.NOBODY)));
        return memory.differences;
    }

    private void compare(String name, SampleExpectations.User user, KnownUser actual) {
        user.beliefs().stream()
                .filter(wanted -> actual.facts().stream().noneMatch(fact -> matches(wanted, fact)))
                .forEach(wanted -> differences.add(name + " lacks " + wanted));
        user.never()
                .forEach(unwanted ->
                        actual.facts().stream()
                                .filter(fact -> matches(unwanted, fact))
                                .forEach(fact -> differences.add(name + " must not have " + fact)));
        user.preferences()
                .forEach((key, allowed) -> {
                    var value = actual.preferences().get(key);
                    if (value == null || !allowed.contains(value)) {
                        differences.add(
                                name + " " + key + " is " + value + ", not one of " + allowed);
                    }
                });
        user.noPreferences().stream()
                .filter(actual.preferences()::containsKey)
                .forEach(key -> differences.add(name + " must not have " + key));
    }

    /** A fact is written {@code relation entity}. */
    private static boolean matches(SampleBelief wanted, String fact) {
        var parts = fact.split(" ", 2);
        return wanted.matches(parts[0], parts[1]);
    }
}
