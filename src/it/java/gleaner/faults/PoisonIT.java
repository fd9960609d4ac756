package gleaner.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.Effect;
import gleaner.postgres.Db;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are no events, or hold what a database or a parser chokes on. */
@RealServers
final class PoisonIT {

    @Test
    void bytesThatAreNoEventBecomeDeadLettersAndTheirNeighboursAreApplied(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("poison bytes", 2, log, database, folder)) {
            var random = trial.seed().random("bytes");
            var rounds = Size.of(100, 5_000);
            produceBeside(trial, poisonBytes(random, rounds));

            run(trial, rounds);

            var dead = trial.deliveries().stream().filter(d -> d.effect() instanceof Effect.Dead);
            assertThat(dead.count()).isGreaterThan(rounds / 2);
        }
    }

    @Test
    void textThatIsNoTextIsStoredCleanedOrNotAtAll(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("poison Unicode", 2, log, database, folder)) {
            var random = trial.seed().random("unicode");
            var rounds = Size.of(300, 10_000);
            produceBeside(trial, poisonText(random, rounds));

            run(trial, rounds);
        }
    }

    @Test
    void jsonTenThousandDeepCostsItsRecordAndNothingElse(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("JSON 10,000 deep", 1, log, database, folder)) {
            var deep =
                    List.of(
                            record("[".repeat(10_000) + "]".repeat(10_000)),
                            record("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                            record("[".repeat(500_000)),
                            record(
                                    event("\"I love deep water\"")
                                            .replace(
                                                    "}",
                                                    ",\"more\":"
                                                            + "[".repeat(10_000)
                                                            + "]".repeat(10_000)
                                                            + "}")),
                            record(
                                    event("\"hi\"")
                                            .replace(
                                                    "\"hi\"",
                                                    "[".repeat(10_000) + "]".repeat(10_000))));
            produceBeside(trial, deep);

            run(trial, deep.size());

            assertThat(trial.deliveries().stream().filter(d -> d.event() == null))
                    .allMatch(d -> d.effect() instanceof Effect.Dead);
        }
    }

    /** All 500 are tried in one transaction first. */
    @Test
    void threeThatTheDatabaseRefusesDoNotTakeTheOthersAlong(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        try (var trial = Trial.of("3 constraint violators of 500", 1, log, database, folder)) {
            var random = trial.seed().random("violators");
            var violators =
                    random.ints(0, 500).distinct().limit(3).mapToObj(n -> "kettle" + n).toList();
            Db.execute(
                    database,
                    "ALTER TABLE gleaner.observation ADD CHECK (entity_name NOT IN ('%s'))"
                            .formatted(String.join("', '", violators)));
            trial.refusing(record ->
                    violators.stream()
                            .anyMatch(v ->
                                    new String(record.value(), UTF_8)
                                            .contains("I love " + v + "\"")));
            var workload = trial.workload(Mix.EVERYTHING);
            for (var n = 0; n < 500; n++) {
                trial.produce(List.of(workload.saying("I love kettle" + n)));
            }
            trial.workers().set("batch.max-records", 500).set("batch.linger", "1 s");

            run(trial, 3);

            assertThat(
                            Db.rows(
                                    database,
                                    "SELECT error_class, sqlstate, count(*) FROM"
                                            + " gleaner.dead_letter GROUP BY 1, 2"))
                    .containsExactly("data | 23514 | 3");
        }
    }

    /** Among good events, before and behind. */
    private static void produceBeside(Trial trial, List<TestRecord> poison) {
        var workload = trial.workload(Mix.EVERYTHING);
        for (var record : poison) {
            trial.produce(workload.next(2));
            trial.produceRecords(List.of(record));
        }
        trial.produce(workload.next(20));
    }

    private static void run(Trial trial, int rounds) throws Exception {
        var worker = trial.workers().start();
        trial.untilAllApplied();
        assertThat(worker.terminate()).as(worker.lastWords()).isZero();
        trial.verify(rounds);
    }

    private static List<TestRecord> poisonBytes(RandomGenerator random, int count) {
        var records = new ArrayList<TestRecord>();
        for (var n = 0; n < count; n++) {
            records.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new TestRecord("user-1", null, Map.of(), null);
                        case 1 -> bytes(new byte[0]);
                        case 2 -> {
                            var noise = new byte[random.nextInt(1, 400)];
                            random.nextBytes(noise);
                            yield bytes(noise);
                        }
                        case 3 -> {
                            var event = event("\"I love hiking\"").getBytes(UTF_8);
                            event[random.nextInt(event.length)] = (byte) random.nextInt(128, 256);
                            yield bytes(event);
                        }
                        default -> {
                            var event = event("\"I love hiking\"");
                            yield record(event.substring(0, random.nextInt(event.length())));
                        }
                    });
        }
        return records;
    }

    private static List<TestRecord> poisonText(RandomGenerator random, int count) {
        var bad =
                List.of(
                        "\\u0000",
                        "\\ud800",
                        "\\udc00",
                        "\\ud83d",
                        "\\ud83d\\ude00",
                        "\\ufffe",
                        "\\uffff",
                        "\\u202e",
                        "\\u200b",
                        "\\u0007",
                        "\\u001f",
                        "\\u0301",
                        "\u00a0",
                        "\\\\",
                        "\\\"",
                        "ß",
                        "İ",
                        "ﬁ",
                        "日本");
        var records = new ArrayList<TestRecord>();
        for (var n = 0; n < count; n++) {
            var thing = new StringBuilder("kettle" + n);
            for (var m = random.nextInt(1, 4); m > 0; m--) {
                thing.insert(
                        random.nextInt(thing.length() + 1), bad.get(random.nextInt(bad.size())));
            }
            var event =
                    switch (random.nextInt(4)) {
                        case 0 -> event("\"I live in " + thing + "\"");
                        case 1 -> event("\"Call me " + thing + "\"");
                        case 2 -> event("\"I love tea\"").replace("c-1", thing);
                        default -> event("\"I love " + thing + "\"");
                    };
            records.add(record(event.replace("m-1", "m-" + n).replace("e-1", "poison-" + n)));
        }
        return records;
    }

    private static TestRecord record(String value) {
        return TestRecord.of("user-1", value);
    }

    private static TestRecord bytes(byte[] value) {
        return new TestRecord("user-1", value, Map.of(), null);
    }

    /**
     * @param content as JSON
     */
    private static String event(String content) {
        return """
        {"event_id": "e-1", "user_id": "user-1", "conversation_id": "c-1", "message_id": "m-1", \
        "role": "user", "content": %s, "timestamp": "2025-01-01T00:00:00Z"}\
        """
                .formatted(content);
    }
}
