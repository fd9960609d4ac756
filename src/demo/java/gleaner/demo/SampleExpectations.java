package gleaner.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What must be known when all sample records were read: {@code config/samples/expected.json}.
 *
 * @param otherLanguages ids of messages in a language that the reader does not know
 * @param nowhere words that no table may hold, in no row of anybody
 * @param users by user id
 */
public record SampleExpectations(
        Records records,
        List<String> otherLanguages,
        List<String> nowhere,
        Map<String, User> users) {

    /**
     * How many records have which outcome.
     *
     * @param accepted by event type
     * @param ignored by reason
     * @param rejected by error class
     */
    public record Records(
            Map<String, Integer> accepted,
            Map<String, Integer> ignored,
            Map<String, Integer> rejected) {
        public int acceptedInAll() {
            return sum(accepted);
        }

        public int ignoredInAll() {
            return sum(ignored);
        }

        public int rejectedInAll() {
            return sum(rejected);
        }

        private static int sum(Map<String, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What must be known of a person.
     *
     * @param forgotten whether nothing at all may be left
     * @param beliefs each must be among the current beliefs
     * @param never none may be among the current beliefs
     * @param past each must be in the history
     * @param preferences for each key, the values of which one must be the current one
     * @param noPreferences keys that must have no value
     * @param topics the lists of {@code topic_preferences}
     */
    public record User(
            boolean forgotten,
            List<SampleBelief> beliefs,
            List<SampleBelief> never,
            List<SampleBelief> past,
            Map<String, List<String>> preferences,
            List<String> noPreferences,
            Topics topics) {}

    /** Topics that must be in either list. */
    public record Topics(List<String> focus, List<String> avoid) {}

    /** Reads the file; unknown members are refused. */
    public static SampleExpectations read(Path file) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build()
                .readValue(file.toFile(), SampleExpectations.class);
    }
}
