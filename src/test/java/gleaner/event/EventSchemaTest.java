package gleaner.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gleaner.demo.SampleFile;
import gleaner.demo.SampleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schema that producers are given says what the decoder does. */
class EventSchemaTest {
    private static final Path FILE = Path.of("config/schema/conversation-event.schema.json");
    private static final Path SAMPLES = Path.of("config/samples/conversations.jsonl");
    private static final Schema SCHEMA = schema();

    static Stream<String> examples() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(FILE))
                .path("examples")
                .valueStream()
                .map(JsonNode::toString);
    }

    static List<SampleRecord> plainSamples() throws IOException {
        return SampleFile.read(SAMPLES).stream()
                .filter(s -> s.value() != null && s.headers().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfTheSchemaAreAcceptedByBoth(String example) {
        assertThat(flaws(example)).isEmpty();
        assertThat(Records.holding(example).decoded()).isInstanceOf(Decoded.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("plainSamples")
    void aSampleThatIsAcceptedFollowsTheSchema(SampleRecord sample) {
        var value = Objects.requireNonNull(sample.value());
        var record =
                Records.holding(value)
                        .keyed(sample.keyBytes())
                        .recorded(Instant.parse("2025-12-31T00:00:00Z"));

        if (record.decoded() instanceof Decoded.Accepted) {
            assertThat(flaws(new String(value, StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"role\": \"user\"}",
                "{\"content\": \"hi\"}",
                "{\"role\": \"waiter\", \"content\": \"hi\"}",
                "{\"role\": \"user\", \"content\": 5}",
                "{\"role\": \"user\", \"content\": \"hi\", \"timestamp\": \"noon\"}",
                "{\"role\": \"user\", \"content\": \"hi\", \"timestamp\": \"2025-05-04T10:00:00\"}",
                "{\"role\": \"user\", \"content\": \"hi\", \"timestamp\": 1746352800}",
                "{\"role\": \"user\", \"content\": \"hi\", \"user_id\": true}",
                "{\"role\": \"user\", \"content\": \"hi\", \"message_id\": \"a\\u0000\"}",
                "{\"role\": \"user\", \"content\": \"hi\", \"platform\": 1}",
                "{\"type\": \"message.edited\", \"role\": \"user\", \"content\": \"hi\"}",
                "{\"type\": \"message.deleted\", \"user_id\": \"ana\"}",
                "{\"type\": \"conversation.forgotten\", \"user_id\": \"ana\"}",
            })
    void whatTheSchemaRefusesTheDecoderRejects(String broken) {
        assertThat(flaws(broken)).isNotEmpty();
        assertThat(Records.holding(broken).decoded()).isInstanceOf(Decoded.Rejected.class);
    }

    private static List<String> flaws(String event) {
        return SCHEMA.validate(event, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(FILE), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new AssertionError(FILE + " cannot be read", unreadable);
        }
    }
}
