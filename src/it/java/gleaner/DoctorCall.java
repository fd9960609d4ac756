package gleaner;

import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code doctor --json} said.
 *
 * @param code its exit code
 * @param text all of it
 */
record DoctorCall(int code, String text) {

    /** One finding. */
    record Found(String weight, String check, String what, int count, List<String> ids) {
        private static Found of(JsonObject finding) {
            return new Found(
                    finding.getString("weight"),
                    finding.getString("check"),
                    finding.getString("what"),
                    finding.getInteger("count"),
                    texts(finding.getJsonArray("first_ids")));
        }

        private static List<String> texts(JsonArray array) {
            return array.stream().map(String.class::cast).toList();
        }
    }

    /** Of a topic that is there. */
    static DoctorCall doctor(TestLog log, TestDatabase database) {
        return doctor(log, database, Map.of("GLEANER_KAFKA_TOPICS", log.topic(2)));
    }

    static DoctorCall doctor(TestLog log, TestDatabase database, Map<String, String> settings) {
        var shown = Shown.of("", environment(log, database, settings), "doctor", "--json");
        return new DoctorCall(shown.code(), shown.out());
    }

    static Map<String, String> environment(
            TestLog log, TestDatabase database, Map<String, String> settings) {
        var environment =
                new HashMap<>(
                        Map.of(
                                "GLEANER_KAFKA_BOOTSTRAP_SERVERS", log.bootstrapServers(),
                                "GLEANER_KAFKA_GROUP_ID", "doctor-" + database.name(),
                                "GLEANER_POSTGRES_URI", database.uri(),
                                "GLEANER_POSTGRES_USER", database.user(),
                                "GLEANER_POSTGRES_PASSWORD", database.password()));
        environment.putAll(settings);
        return environment;
    }

    List<Found> findings() {
        return new JsonObject(text)
                .getJsonArray("findings").stream()
                        .map(JsonObject.class::cast)
                        .map(Found::of)
                        .toList();
    }

    /** Those of one check. */
    List<Found> found(String check) {
        return findings().stream().filter(each -> each.check().equals(check)).toList();
    }
}
