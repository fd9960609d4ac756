package gleaner.extract.preference.slot;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Passage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places by name, with their country and time zone where these are known. Immutable. */
public final class Places {
    /** Knows none. */
    public static final Places NONE = new Places(Map.of());

    private final Phrases<Place> byName;

    private Places(Map<String, Place> byName) {
        this.byName = new Phrases<>(byName);
    }

    /**
     * A place.
     *
     * @param country its English name; empty where several places share the name
     * @param zone IANA id; empty where it has several, or is not known
     */
    record Place(String country, String zone) {
        static final Place UNKNOWN = new Place("", "");

        Map<String, String> attributes() {
            return country.isEmpty() ? Map.of() : Map.of("country", country);
        }
    }

    /** Loads countries, regions and cities; the earlier ones win where names meet. */
    public static Places load(Table countries, Table regions, Table cities) {
        var byName = new LinkedHashMap<String, Place>();
        var names = new HashMap<String, String>();
        for (var row : countries.rows()) {
            var place = new Place(row.cell(1), row.cell(2));
            names.put(row.cell(0), row.cell(1));
            byName.putIfAbsent(Phrases.key(row.cell(1)), place);
            for (var other : row.cell(3).split("\\|", -1)) {
                byName.putIfAbsent(Phrases.key(other), place);
            }
        }
        byName.remove("");
        add(regions, names, byName);
        add(cities, names, byName);
        return new Places(byName);
    }

    private static void add(Table table, Map<String, String> names, Map<String, Place> byName) {
        for (var row : table.rows()) {
            var code = row.cell(1);
            var country = code.isEmpty() ? "" : names.get(code);
            if (country == null) {
                throw row.wrong("no country has the code \"" + code + "\"");
            }
            byName.putIfAbsent(Phrases.key(row.cell(0)), new Place(country, row.cell(2)));
        }
    }

    /** The longest place name that begins at this token. */
    Phrases.@Nullable Found<Place> longest(Passage passage, int position) {
        return byName.longest(passage, position);
    }

    /** What is known of the place of this name, whatever its case. */
    public Optional<Map<String, String>> named(String name) {
        return Optional.ofNullable(byName.meaning(name)).map(Place::attributes);
    }

    /** The time zone of the place that is named here, if it has one. */
    public Optional<String> zoneAt(Passage passage, int position) {
        var found = longest(passage, position);
        return Optional.ofNullable(found)
                .map(place -> place.meaning().zone())
                .filter(zone -> !zone.isEmpty());
    }
}
