package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import java.util.List;

/**
 * Takes a place or an area by whose time somebody can live, "Tokyo" or "Pacific", and gives its
 * time zone; nothing where the place has several.
 */
public final class ZonePlaceSlot implements Slot {
    private final ZoneNames names;
    private final Places places;

    public ZonePlaceSlot(ZoneNames names, Places places) {
        this.names = names;
        this.places = places;
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        var area = names.areas().longest(passage, position);
        if (area != null) {
            return List.of(new Filling(area.end(), area.meaning()));
        }
        var place = places.longest(passage, position);
        return place == null || place.meaning().zone().isEmpty()
                ? List.of()
                : List.of(new Filling(place.end(), place.meaning().zone()));
    }
}
