package gleaner.extract.preference.slot;

import gleaner.extract.lang.Table;
import gleaner.memory.PreferenceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How people name time zones. Immutable.
 *
 * @param codes what says a zone wherever it stands, with the zones that it may be
 * @param areas what says one only beside the word for time
 */
public record ZoneNames(Phrases<List<String>> codes, Phrases<String> areas) {

    /** Reads rows of a kind (code, area or shared), a name, and zones parted by bars. */
    public static ZoneNames of(Table table) {
        Map<String, List<String>> codes = new HashMap<>();
        Map<String, String> areas = new HashMap<>();
        for (var row : table.rows()) {
            var zones = zones(row);
            boolean fresh =
                    switch (row.cell(0)) {
                        case "code", "shared" -> codes.put(row.cell(1), zones) == null;
                        case "area" -> areas.put(row.cell(1), zones.getFirst()) == null;
                        default -> throw row.wrong("allowed are code, area and shared");
                    };
            if (!fresh || zones.size() > 1 != row.cell(0).equals("shared")) {
                throw row.wrong("stands above already, or has too many or too few zones");
            }
        }
        return new ZoneNames(new Phrases<>(codes), new Phrases<>(areas));
    }

    private static List<String> zones(Table.Row row) {
        var zones = List.of(row.cell(2).split("\\|", -1));
        for (var zone : zones) {
            if (PreferenceKey.TIMEZONE.normalise(zone).isEmpty()) {
                throw row.wrong("\"" + zone + "\" is no time zone");
            }
        }
        return zones;
    }
}
