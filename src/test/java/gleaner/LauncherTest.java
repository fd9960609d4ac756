package gleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./gleaner}, in a checkout of its own, with a Java and a Maven that only tell.
 */
@Timeout(60)
class LauncherTest {
    private static final String TELLING_JAVA = "#!/bin/sh\necho java \"$@\"\n";
    private static final String TELLING_MAVEN =
            """
            #!/bin/sh
            echo "maven with $JAVA_HOME" >&2
            sleep 0.3
            mkdir -p target/lib
            echo run >>target/builds
            echo libraries >target/demo.classpath
            touch target/gleaner.jar
            """;

    /** All that the script and the programs in its place need. */
    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "cat",
                    "dirname",
                    "find",
                    "grep",
                    "head",
                    "ln",
                    "mkdir",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "touch");

    @TempDir Path temporary;
    private Path checkout;
    private Path programs;

    @BeforeEach
    void checkout() throws IOException {
        checkout = Files.createDirectories(temporary.resolve("a checkout"));
        programs = Files.createDirectories(temporary.resolve("programs"));
        executable(
                checkout.resolve("gleaner"),
                Files.readString(Path.of("gleaner"))
                        .replace("/usr/lib/jvm", machine().toString())
                        .replace("/usr/libexec", machine().toString()));
        Files.createDirectories(checkout.resolve("src"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        executable(programs.resolve("mvn"), TELLING_MAVEN);
        for (var program : TOOLS) {
            Files.createSymbolicLink(programs.resolve(program), which(program));
        }
    }

    @Test
    void theFirstStartBuildsAndBecomesTheProgram() throws Exception {
        var told = start(java("25.0.3"), "extract", "--format", "a b");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .isEqualTo(
                        "java --sun-misc-unsafe-memory-access=allow -jar %s/target/gleaner.jar extract"
                                        .formatted(checkout)
                                + " --format a b\n");
        assertThat(told.err())
                .contains("building", "maven with " + temporary.resolve("jdk-25.0.3"));
        assertThat(checkout.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void whatIsBuiltIsNotBuiltAgainUntilASourceChanges() throws Exception {
        var jdk = java("25");
        start(jdk);
        assertThat(start(jdk).err()).isEmpty();

        Files.writeString(checkout.resolve("src/New.java"), "");
        Files.setLastModifiedTime(
                checkout.resolve("src/New.java"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(start(jdk).err()).contains("building");
    }

    @Test
    void ofTwoStartsOneBuilds() throws Exception {
        var jdk = java("25");
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            processes.add(process(jdk, checkout.resolve("gleaner"), List.of()));
        }
        for (var process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        assertThat(Files.readAllLines(checkout.resolve("target/builds"))).hasSize(1);
    }

    @Test
    void theLockOfADeadBuildIsTakenOver() throws Exception {
        Files.createDirectories(checkout.resolve("target"));
        Files.createSymbolicLink(checkout.resolve("target/build.lock"), Path.of("999999999"));

        assertThat(start(java("25")).code()).isZero();
    }

    @Test
    void itWorksFromAnywhereAndThroughALink() throws Exception {
        var link = Files.createSymbolicLink(temporary.resolve("link"), checkout.resolve("gleaner"));

        assertThat(told(process(java("25"), link, List.of("--version"))).out())
                .contains(checkout + "/target/gleaner.jar --version");
    }

    @Test
    void theDemoRunsFromTheTestClasses() throws Exception {
        assertThat(start(java("25"), "demo", "--fast").out())
                .contains(
                        "-cp %1$s/target/test-classes:%1$s/target/classes:libraries gleaner.demo.Demo --fast"
                                .formatted(checkout));
    }

    @Test
    void theBenchRunsFromTheTestClasses() throws Exception {
        assertThat(start(java("25"), "bench", "jsonb", "--size", "full").out())
                .contains("libraries gleaner.bench.Bench jsonb --size full");
    }

    @Test
    void anotherJavaWillNotDo() throws Exception {
        var told = start(java("26"));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("Java 25 is needed", "https://adoptium.net");
    }

    @Test
    void theJavaOfTheMachineIsFoundWhereTheNamedOneWillNotDo() throws Exception {
        java(machine().resolve("a-jdk"), "25.0.1");

        assertThat(start(java("17")).err()).contains("maven with " + machine().resolve("a-jdk"));
    }

    @Test
    void aRuntimeWithoutACompilerCannotBuild() throws Exception {
        var jre = java("25");
        Files.delete(jre.resolve("bin/javac"));

        var told = start(jre);

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("needs a JDK 25");
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(programs.resolve("mvn"));

        var told = start(java("25"));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("needs Maven 3.8.7 or later");
        assertThat(checkout.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void aBuildThatFailsIsTold() throws Exception {
        executable(programs.resolve("mvn"), "#!/bin/sh\nexit 1\n");

        var told = start(java("25"));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("the build failed");
    }

    @Test
    void standardInputGoesToTheProgramAndNotToTheBuild() throws Exception {
        executable(programs.resolve("mvn"), TELLING_MAVEN + "cat\n");
        var jdk = java("25");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nexec cat\n");
        var process = process(jdk, checkout.resolve("gleaner"), List.of("extract"));
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("for the program");
        }

        assertThat(told(process).out()).isEqualTo("for the program");
    }

    private Told start(Path jdk, String... arguments) throws Exception {
        return told(process(jdk, checkout.resolve("gleaner"), List.of(arguments)));
    }

    private Process process(Path jdk, Path script, List<String> arguments) throws IOException {
        return builder(jdk, script, arguments).start();
    }

    private ProcessBuilder builder(Path jdk, Path script, List<String> arguments) {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", programs.toString());
        return builder;
    }

    private static Told told(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), out, err);
    }

    private Path java(String version) throws IOException {
        return java(temporary.resolve("jdk-" + version), version);
    }

    private static Path java(Path jdk, String version) throws IOException {
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        executable(jdk.resolve("bin/java"), TELLING_JAVA);
        executable(jdk.resolve("bin/javac"), TELLING_JAVA);
        return jdk;
    }

    private Path machine() {
        return temporary.resolve("jvm");
    }

    private static Path which(String program) {
        return Stream.of("/usr/bin/", "/bin/")
                .map(folder -> Path.of(folder + program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What a start told, and its exit code. */
    private record Told(int code, String out, String err) {}
}
