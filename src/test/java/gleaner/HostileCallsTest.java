package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cli.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that nobody should make: told in a line or two, with exit code 2, and nothing done. */
class HostileCallsTest {
    private static final String SECRET = "quxqux";

    @TempDir Path folder;

    static Stream<List<String>> calls() {
        return Stream.of(
                List.of("\0"),
                List.of("--"),
                List.of("-"),
                List.of("RUN"),
                List.of("run", "run"),
                List.of("run", "--config="),
                List.of("run", "--config", "\0"),
                List.of("run", "--config", "a", "--config", "b"),
                List.of("run", "--conf", "a"),
                List.of("health", "--live=maybe"),
                List.of("extract", "--format="),
                List.of("extract", "--format", "\ud800"),
                List.of("extract", "--format", "jsonl", "--format", "text"),
                List.of("extract", "--format=${sys:user.home}"),
                List.of("extract", "%n%s%1$s"),
                List.of("extract", "\u001b[2J\r\nready"),
                List.of("partitions", "unpark"),
                List.of("partitions", "unpark", "--at", ""),
                List.of("partitions", "unpark", "--at", "-1"),
                List.of("partitions", "unpark", "--at", "99999999999999999999"),
                List.of("partitions", "unpark", "--at", "+999999999999-01-01T00:00:00Z"),
                List.of("partitions", "unpark", "--at", "\u001b[2Jend"),
                List.of("partitions", "unpark", "--at", "end", "--partition", "99999999999"),
                List.of("partitions", "unpark", "--at", "end", "--partition", "0x1"),
                List.of("run", "x".repeat(1_000_000)),
                Collections.nCopies(10_000, "--config"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aWrongCallIsToldAndNothingIsDone(List<String> call) {
        var shown = call(call);

        assertThat(shown.code()).isEqualTo(Exit.USAGE);
        assertThat(shown.out()).isEmpty();
        assertThat(shown.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(shown.err()).hasSizeLessThan(10_000);
        assertThat(shown.err().chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --postgres.password=" + SECRET,
                "run --postgres.password " + SECRET,
                "run -Dpassword=" + SECRET,
                "run GLEANER_POSTGRES_PASSWORD=" + SECRET,
                "--password=" + SECRET + " run"
            })
    void aPasswordThatDoesNotBelongThereIsNotRepeated(String call) {
        var shown = call(List.of(call.split(" ")));

        assertThat(shown.code()).isEqualTo(Exit.USAGE);
        assertThat(shown.err()).isNotBlank().doesNotContain(SECRET);
    }

    /** Ids of users may start with an at sign. */
    @Test
    void noFileIsReadForAnArgument() throws IOException {
        var file = Files.writeString(folder.resolve("arguments"), "--help\n" + SECRET);

        var shown = call(List.of("extract", "@" + file));

        assertThat(shown.code()).isEqualTo(Exit.USAGE);
        assertThat(shown.err()).contains("@").doesNotContain(SECRET);
    }

    private static Shown call(List<String> arguments) {
        return Shown.of("", Map.of(), arguments.toArray(String[]::new));
    }
}
