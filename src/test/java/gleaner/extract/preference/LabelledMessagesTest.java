package gleaner.extract.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader against messages that were labelled by hand before its rules were written. */
class LabelledMessagesTest {
    private static final List<String> KEYS =
            List.of(
                    "preferred_name",
                    "pronouns",
                    "timezone",
                    "location",
                    "language",
                    "communication_style",
                    "response_length",
                    "formality_level",
                    "topic_preferences");

    /** True positives, false positives, false negatives of one key. */
    private record Score(int hits, int extra, int missed) {
        Score plus(int moreHits, int moreExtra, int moreMissed) {
            return new Score(hits + moreHits, extra + moreExtra, missed + moreMissed);
        }

        double precision() {
            return hits / (double) Math.max(1, hits + extra);
        }

        double recall() {
            return hits / (double) Math.max(1, hits + missed);
        }

        double f1() {
            return 2.0 * hits / Math.max(1, 2 * hits + extra + missed);
        }

        @Override
        public String toString() {
            return "precision %.3f recall %.3f F1 %.3f (%d found, %d too many, %d missed)"
                    .formatted(precision(), recall(), f1(), hits, extra, missed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preferred_name",
                "pronouns",
                "timezone",
                "location",
                "language",
                "communication_style",
                "response_length",
                "formality_level",
                "topic_preferences"
            })
    void everyKeyIsReadFromItsOwnMessages(String key) {
        var errors = new ArrayList<String>();
        var score = score(Labelled.load(key), errors).getOrDefault(key, new Score(0, 0, 0));
        assertThat(score.f1())
                .as(score + "\n" + String.join("\n", errors))
                .isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "blind", "natural"})
    void messagesOfAllKeysTogetherAreRead(String file) {
        var errors = new ArrayList<String>();
        var all =
                score(Labelled.load(file), errors).values().stream()
                        .reduce(
                                new Score(0, 0, 0),
                                (a, b) -> a.plus(b.hits(), b.extra(), b.missed()));

        assertThat(all.f1()).as(all + "\n" + String.join("\n", errors)).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"traps", "fresh-traps", "blind-traps"})
    void trapsStaySet(String file) {
        var traps = Labelled.load(file);
        var sprung =
                traps.stream()
                        .map(trap ->
                                trap.text() + " -> " + Readings.labels(trap.asked(), trap.text()))
                        .filter(read -> !read.endsWith("[]"))
                        .toList();

        assertThat(sprung).hasSizeLessThanOrEqualTo(traps.size() * 2 / 100);
    }

    @Test
    void everyKeyHasItsMessages() {
        assertThat(KEYS)
                .allSatisfy(key -> assertThat(Labelled.load(key)).hasSizeGreaterThanOrEqualTo(25));
    }

    private static Map<String, Score> score(List<Labelled> messages, List<String> errors) {
        var scores = new TreeMap<String, Score>();
        for (var message : messages) {
            var found = Readings.labels(message.asked(), message.text());
            if (!found.equals(message.expected())) {
                errors.add(
                        message.text()
                                + "\n    expected "
                                + message.expected()
                                + "\n    found    "
                                + found);
            }
            for (var label : found) {
                boolean right = message.expected().contains(label);
                add(scores, label, right ? 1 : 0, right ? 0 : 1, 0);
            }
            for (var label : message.expected()) {
                add(scores, label, 0, 0, found.contains(label) ? 0 : 1);
            }
        }
        return scores;
    }

    private static void add(
            Map<String, Score> scores, String label, int hit, int extra, int missed) {
        var key = label.replace("!", "").replaceAll("=.*", "");
        scores.put(key, scores.getOrDefault(key, new Score(0, 0, 0)).plus(hit, extra, missed));
    }
}
