package gleaner.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has to become of the records of a sample file, as {@code expected.json} beside it says.
 *
 * @param rejected records that cannot be read, by error class
 */
record Expected(long accepted, long ignored, SortedMap<String, Long> rejected) {

    /** Nothing where the file has none beside it. */
    static Optional<Expected> beside(Path sampleFile) throws IOException {
        var file = sampleFile.resolveSibling("expected.json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var records = new ObjectMapper().readTree(file.toFile()).path("records");
        return Optional.of(
                new Expected(
                        sum(numbers(records.path("accepted"))),
                        sum(numbers(records.path("ignored"))),
                        numbers(records.path("rejected"))));
    }

    private static SortedMap<String, Long> numbers(JsonNode counts) {
        var numbers = new TreeMap<String, Long>();
        counts.propertyStream()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asLong()));
        return numbers;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
