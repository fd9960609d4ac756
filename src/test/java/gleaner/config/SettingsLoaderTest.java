package gleaner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {
    @TempDir Path folder;

    @Test
    void aFileStandsOverTheDefaultsAndTheEnvironmentOverBoth() throws IOException {
        var file = file("kafka:\n  group-id: from-file\n  poll-timeout: 200 ms\n");

        var settings = loaded(file, Map.of("GLEANER_KAFKA_GROUP_ID", "from-environment"));

        assertThat(settings.kafka().groupId()).isEqualTo("from-environment");
        assertThat(settings.kafka().pollTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.kafka().topics()).containsExactly("conversation.events");
    }

    @Test
    void everySettingCanBeGivenByItsVariable() {
        var environment = new HashMap<String, String>();
        for (var one : YamlLayer.read("defaults", SettingsLoader.defaults()).given()) {
            var text =
                    switch (one.raw()) {
                        case Kind.Raw.Text(var value) -> value;
                        case Kind.Raw.Listed(var values) -> String.join(",", values);
                    };
            environment.put(Setting.variable(one.name()), text);
        }

        assertThat(loaded(Optional.empty(), environment))
                .usingRecursiveComparison()
                .isEqualTo(loaded(Optional.empty(), Map.of()));
    }

    @Test
    void listsAreListsInAFileAndSeparatedByCommasInAVariable() throws IOException {
        var file = file("kafka:\n  topics: [a, b]\n");

        var settings = loaded(file, Map.of("GLEANER_KAFKA_BOOTSTRAP_SERVERS", "one:1, two:2"));

        assertThat(settings.kafka().topics()).containsExactly("a", "b");
        assertThat(settings.kafka().bootstrapServers()).containsExactly("one:1", "two:2");
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsPlaceAndWhatIsAllowed() throws IOException {
        var file = file("kafka:\n  grup-id: x\n  poll-timeout: 5\nbatch:\n  max-records: [1, 2]\n");

        assertThat(
                        complaints(
                                file,
                                Map.of(
                                        "GLEANER_KAFKA_TOPIC", "a",
                                        "GLEANER_EVIDENCE_QUOTES", "yes")))
                .containsExactlyInAnyOrder(
                        "kafka.grup-id ("
                                + file.get()
                                + ", line 2): no such setting; did you mean kafka.group-id?",
                        "kafka.poll-timeout ("
                                + file.get()
                                + ", line 3): \"5\" is no whole number with a unit; allowed is"
                                + " 10 ms to 5 s, in ms, s, m, h",
                        "batch.max-records ("
                                + file.get()
                                + ", line 5): \"1, 2\" is a list; allowed is a whole number from 1"
                                + " to 100000",
                        "GLEANER_KAFKA_TOPIC (environment): no such setting; did you mean"
                                + " GLEANER_KAFKA_TOPICS?",
                        "evidence.quotes (GLEANER_EVIDENCE_QUOTES): \"yes\" is neither; allowed is"
                                + " true or false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:hunter2@db:5432/memory",
                "postgresql://hunter2@db/memory",
                "postgresql://db/memory?password=hunter2",
                "postgresql://db/memory?sslmode=require&user=hunter2",
                "postgresql://me:hunter2@db_1/memory",
                "http://hunter2@db/memory",
                "hunter2 is no URI",
                "postgresql://db/?hunter2",
                "postgresql://db/memory?Password=hunter2",
                "postgresql://db/memory?pass%77ord=hunter2",
                "postgresql://db/memory?options=hunter2",
                "postgresql://db/hunter2/hunter2",
                "postgresql://db/memory#hunter2"
            })
    void aWrongDatabaseUriIsRefusedWithoutShowingIt(String uri) {
        assertThat(complaints(Optional.empty(), Map.of("GLEANER_POSTGRES_URI", uri)))
                .singleElement()
                .asString()
                .startsWith("postgres.uri (GLEANER_POSTGRES_URI): the value (not shown) is ")
                .doesNotContain("hunter2");
    }

    @Test
    void aUriWithAPasswordIsToldWhereThePasswordBelongs() {
        assertThat(
                        complaints(
                                Optional.empty(),
                                Map.of("GLEANER_POSTGRES_URI", "postgresql://a:b@db:5432/c")))
                .singleElement()
                .asString()
                .contains("postgres.password-file");
    }

    @Test
    void aPasswordComesFromAFileWithoutItsLineEnd() throws IOException {
        var secret = Files.writeString(folder.resolve("password"), "open sesame\n");

        var settings =
                loaded(
                        Optional.empty(),
                        Map.of("GLEANER_POSTGRES_PASSWORD_FILE", secret.toString()));

        assertThat(settings.postgres().password())
                .extracting(Secret::reveal)
                .isEqualTo("open sesame");
        assertThat(settings).asString().doesNotContain("sesame");
    }

    @Test
    void aPasswordAndAPasswordFileExcludeEachOther() throws IOException {
        var secret = Files.writeString(folder.resolve("password"), "one");

        assertThat(
                        complaints(
                                Optional.empty(),
                                Map.of(
                                        "GLEANER_POSTGRES_PASSWORD",
                                        "two",
                                        "GLEANER_POSTGRES_PASSWORD_FILE",
                                        secret.toString())))
                .containsExactly(
                        "postgres.password (GLEANER_POSTGRES_PASSWORD): given beside"
                            + " postgres.password-file (GLEANER_POSTGRES_PASSWORD_FILE); allowed is"
                            + " one of the two");
    }

    @Test
    void aMissingPasswordFileIsNamed() {
        assertThat(
                        complaints(
                                Optional.empty(),
                                Map.of("GLEANER_POSTGRES_PASSWORD_FILE", "/nowhere/password")))
                .singleElement()
                .asString()
                .contains("\"/nowhere/password\" is not readable (NoSuchFileException)");
    }

    @Test
    void aPasswordFileWithoutEndIsNotRead() throws IOException {
        var endless = Files.write(folder.resolve("password"), new byte[70_000]);

        assertThat(
                        complaints(
                                Optional.empty(),
                                Map.of("GLEANER_POSTGRES_PASSWORD_FILE", endless.toString())))
                .singleElement()
                .asString()
                .contains("is larger than 64 KiB");
    }

    @Test
    void propertiesOfTheKafkaClientPassThrough() throws IOException {
        var file = file("kafka: {properties: {security.protocol: SSL, fetch.min.bytes: 10}}");

        var settings =
                loaded(file, Map.of("GLEANER_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL"));

        assertThat(settings.kafka().properties())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "fetch.min.bytes", "10"));
        assertThat(settings).asString().doesNotContain("SASL_SSL");
    }

    @Test
    void propertiesThatTheGuaranteesStandOnAreRefused() {
        assertThat(
                        complaints(
                                Optional.empty(),
                                Map.of(
                                        "GLEANER_KAFKA_PROPERTIES_ENABLE_AUTO_COMMIT", "true",
                                        "GLEANER_KAFKA_PROPERTIES_GROUP_ID", "x",
                                        "GLEANER_KAFKA_PROPERTIES_ISOLATION_LEVEL",
                                                "read_uncommitted",
                                        "GLEANER_KAFKA_PROPERTIES", "a=b")))
                .hasSize(4)
                .anyMatch(c -> c.contains("records of aborted transactions are not read"))
                .anyMatch(c -> c.contains("positions are kept in the database"))
                .anyMatch(c -> c.contains("set kafka.group-id instead"))
                .anyMatch(c -> c.contains("GLEANER_KAFKA_PROPERTIES_SECURITY_PROTOCOL"));
    }

    @Test
    void settingsThatContradictEachOtherAreTold() {
        assertThat(
                        complaints(
                                Optional.empty(),
                                Map.of(
                                        "GLEANER_RETRY_FIRST_DELAY", "31 s",
                                        "GLEANER_LIMITS_TEXT_BYTES", "2 MiB")))
                .containsExactly(
                        "retry.first-delay (GLEANER_RETRY_FIRST_DELAY): more than retry.max-delay"
                                + " (built-in defaults, line "
                                + lineOf("  max-delay:")
                                + "); allowed is as much or less",
                        "limits.text-bytes (GLEANER_LIMITS_TEXT_BYTES): more than"
                                + " limits.record-bytes (built-in defaults, line "
                                + lineOf("  record-bytes:")
                                + "); allowed is as much or less");
    }

    @Test
    void whatKubernetesSetsForAServiceOfOurNameIsNoSetting() {
        loaded(
                Optional.empty(),
                Map.of(
                        "GLEANER_SERVICE_HOST", "10.0.0.1",
                        "GLEANER_SERVICE_PORT_HTTP", "8080",
                        "GLEANER_PORT", "tcp://10.0.0.1:8080",
                        "GLEANER_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "GLEANER_METRICS_SERVICE_HOST", "10.0.0.2"));
    }

    @Test
    void emptySectionsAreNoProblemButSectionsTakeNoValue() throws IOException {
        assertThat(complaints(file("kafka:\nbatch: 3\n"), Map.of()))
                .singleElement()
                .asString()
                .contains("batch (")
                .contains("a section with settings of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka: [\n  hunter2", "- hunter2", "a: 1\na: hunter2", "hunter2"})
    void aFileThatCannotBeReadIsRefusedWithoutQuotingIt(String content) throws IOException {
        assertThat(complaints(file(content), Map.of()))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.group-id: a\nkafka: {group-id: b}",
                "kafka: {group-id: a}\n---\nkafka: {group-id: b}",
                "---\n---\nkafka: {group-id: b}"
            })
    void noneOfTwoValuesIsChosen(String content) throws IOException {
        assertThat(complaints(file(content), Map.of())).hasSize(1);
    }

    @Test
    void aComplaintIsOneLineWhateverTheFileHolds() throws IOException {
        assertThat(
                        complaints(
                                file("\"kaf\\nka\": 1\nhttp: {port: \"\\e[2J\\u009b8080\"}"),
                                Map.of()))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.chars()).noneMatch(Character::isISOControl));
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        loaded(file("# nothing yet\n"), Map.of());
    }

    @Test
    void aMissingFileIsTold() {
        assertThat(complaints(Optional.of(folder.resolve("none.yaml")), Map.of()))
                .singleElement()
                .asString()
                .contains("--config")
                .contains("there is no such file");
    }

    private Optional<Path> file(String content) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("some.yaml"), content));
    }

    private static int lineOf(String start) {
        var lines = SettingsLoader.defaults().lines().toList();
        return 1 + lines.indexOf(lines.stream().filter(l -> l.startsWith(start)).findFirst().get());
    }

    private static Settings loaded(Optional<Path> file, Map<String, String> environment) {
        return switch (SettingsLoader.load(file, environment)) {
            case Loading.Loaded(var settings) -> settings;
            case Loading.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> complaints(Optional<Path> file, Map<String, String> environment) {
        return switch (SettingsLoader.load(file, environment)) {
            case Loading.Loaded _ -> List.of();
            case Loading.Refused(var problems) -> problems.stream().map(Problem::toString).toList();
        };
    }
}
