package gleaner;

import com.fasterxml.jackson.databind.ObjectMapper;
import gleaner.servers.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader of the tables knows of a user, with plain SQL.
 *
 * @param facts {@code relation entity}
 * @param preferences key to value; a value that is no text as JSON
 */
record KnownUser(List<String> facts, Map<String, String> preferences) {
    static final KnownUser NOBODY = new KnownUser(List.of(), Map.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    static Map<String, KnownUser> all(TestDatabase database) throws Exception {
        var known = new TreeMap<String, KnownUser>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var facts = new HashMap<String, List<String>>();
            try (var rows =
                    statement.executeQuery(
                            """
                            SELECT user_id, array_agg(relationship_type || ' ' || entity_name
                                              ORDER BY relationship_type, entity_name)
                              FROM user_fact_relationships r JOIN fact_entities e ON e.id = r.entity_id
                             GROUP BY user_id\
                            """)) {
                while (rows.next()) {
                    facts.put(rows.getString(1), List.of((String[]) rows.getArray(2).getArray()));
                }
            }
            try (var rows =
                    statement.executeQuery(
                            "SELECT universal_id, preferences::text FROM universal_users")) {
                while (rows.next()) {
                    known.put(
                            rows.getString(1),
                            new KnownUser(
                                    facts.getOrDefault(rows.getString(1), List.of()),
                                    values(rows.getString(2))));
                }
            }
        }
        return known;
    }

    private static Map<String, String> values(String preferences) throws Exception {
        var values = new TreeMap<String, String>();
        for (var entry : JSON.readTree(preferences).properties()) {
            var value = entry.getValue().get("value");
            values.put(entry.getKey(), value.isTextual() ? value.asText() : value.toString());
        }
        return values;
    }
}
