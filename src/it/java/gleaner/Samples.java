package gleaner;

import static java.nio.charset.StandardCharsets.UTF_8;

import gleaner.demo.SampleFile;
import gleaner.servers.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** The sample conversations, as records for a test's topic. */
final class Samples {
    static final Path CONVERSATIONS = Path.of("config/samples/conversations.jsonl");
    static final Path EXPECTED = Path.of("config/samples/expected.json");

    private Samples() {}

    static List<TestRecord> records() throws IOException {
        return SampleFile.read(CONVERSATIONS).stream()
                .map(sample -> {
                    var headers = new HashMap<String, byte[]>();
                    sample.headers()
                            .forEach((name, value) -> headers.put(name, value.getBytes(UTF_8)));
                    return new TestRecord(sample.key(), sample.value(), headers, null);
                })
                .toList();
    }
}
