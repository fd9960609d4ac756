package gleaner.config;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Kind.Parsed;
import gleaner.config.Kind.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadKeysTest {
    private static final String A = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String B = Base64.getEncoder().encodeToString(new byte[] {32, 1});

    @TempDir Path folder;

    @Test
    void theFirstEncryptsAndAllAreFoundByName() throws IOException {
        var keys = value("# since May\n2025-05 " + A + "\n\n 2024-11\t" + A + "\n");

        assertThat(keys.first().id()).isEqualTo("2025-05");
        assertThat(keys.named("2024-11")).isPresent();
        assertThat(keys.named("2023-01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# none", "k", "k x y", "k !", "a b c", "K K", "k B", "k A\nk A"})
    void whatIsNoSuchFileIsRefusedAndNotShown(String content) throws IOException {
        var text = content.replace("A", A).replace("B", B);

        assertThat(parsed(text)).isEqualTo(new Parsed.Wrong<>("a file of another form"));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(Kinds.keysFile().parse(new Raw.Text("/nowhere")))
                .isEqualTo(new Parsed.Wrong<>("not readable (NoSuchFileException)"));
    }

    private PayloadKeys value(String content) throws IOException {
        if (parsed(content) instanceof Parsed.Value<PayloadKeys>(var keys)) {
            return keys;
        }
        throw new AssertionError(parsed(content));
    }

    private Parsed<PayloadKeys> parsed(String content) throws IOException {
        var file = Files.writeString(folder.resolve("keys"), content);
        return Kinds.keysFile().parse(new Raw.Text(file.toString()));
    }
}
