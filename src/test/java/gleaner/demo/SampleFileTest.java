package gleaner.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
    @TempDir Path folder;

    @Test
    void aValueGoesOnTheWireAsCompactJson() throws IOException {
        var only =
                only("{\"key\": \"ana\", \"headers\": {\"a\": \"b\"}, \"value\": {\"n\": [1, 2]}}");

        assertThat(only.key()).isEqualTo("ana");
        assertThat(only.headers()).isEqualTo(Map.of("a", "b"));
        assertThat(only.value()).isEqualTo(utf8("{\"n\":[1,2]}"));
        assertThat(only.recordedAt()).isNull();
    }

    @Test
    void aRawValueGoesOnTheWireAsItStands() throws IOException {
        assertThat(only("{\"raw\": \"{no json ü\"}").value()).isEqualTo(utf8("{no json ü"));
    }

    @Test
    void aBase64ValueGivesAnyBytes() throws IOException {
        assertThat(only("{\"base64\": \"/wA=\"}").value()).isEqualTo(new byte[] {-1, 0});
    }

    @Test
    void aNullValueIsATombstone() throws IOException {
        var only = only("{\"key\": \"ana\", \"value\": null}");

        assertThat(only.value()).isNull();
        assertThat(only.keyBytes()).isEqualTo(utf8("ana"));
    }

    @Test
    void aRecordCanHaveNoKeyAndATimeOfItsOwn() throws IOException {
        var only = only("{\"time\": \"2025-03-01T08:00:00Z\", \"value\": 1}");

        assertThat(only.keyBytes()).isNull();
        assertThat(only.recordedAt()).isEqualTo(Instant.parse("2025-03-01T08:00:00Z"));
    }

    @Test
    void emptyLinesAndRemarksArePassedOverButCounted() throws IOException {
        assertThat(read("// Ana", "", "{\"raw\": \"x\"}"))
                .extracting(SampleRecord::line)
                .containsExactly(3);
    }

    @Test
    void aLineThatIsNoRecordIsNamedWithWhatIsAllowed() {
        assertThatThrownBy(() -> read("{\"raw\": \"x\"}", "{\"raw\": \"x\", \"value\": 1}"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> read("{\"raw\": \"x\", \"topic\": 1}"))
                .hasMessageContaining("'topic'")
                .hasMessageContaining("base64");
        assertThatThrownBy(() -> read("{\"raw\"")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("{\"raw\": \"x\", \"time\": \"noon\"}"))
                .hasMessageContaining("line 1");
    }

    private SampleRecord only(String line) throws IOException {
        var records = read(line);
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private List<SampleRecord> read(String... lines) throws IOException {
        return SampleFile.read(Files.write(folder.resolve("some.jsonl"), List.of(lines)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
