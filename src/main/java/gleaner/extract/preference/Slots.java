package gleaner.extract.preference;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Slot;
import gleaner.extract.preference.slot.CountSlot;
import gleaner.extract.preference.slot.HourSlot;
import gleaner.extract.preference.slot.LanguageSlot;
import gleaner.extract.preference.slot.MannerSlot;
import gleaner.extract.preference.slot.NameSlot;
import gleaner.extract.preference.slot.PlaceSlot;
import gleaner.extract.preference.slot.Places;
import gleaner.extract.preference.slot.PronounSlot;
import gleaner.extract.preference.slot.PronounSlot.Parting;
import gleaner.extract.preference.slot.TopicSlot;
import gleaner.extract.preference.slot.ZoneNames;
import gleaner.extract.preference.slot.ZonePlaceSlot;
import gleaner.extract.preference.slot.ZoneSlot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The slots that patterns may have, by the names that they have there. */
final class Slots {
    private final Map<String, Set<String>> words;

    private Slots(Map<String, Set<String>> words) {
        this.words = words;
    }

    static Map<String, Slot> load(Places places) {
        return new Slots(wordLists(Pack.table("slot-words"))).slots(places);
    }

    private Map<String, Slot> slots(Places places) {
        var slots = new HashMap<String, Slot>();
        addNames(slots);
        addPlaces(slots, places);
        addPronouns(slots);
        slots.putAll(MannerSlot.of(Pack.table("manners")));
        slots.put("language", LanguageSlot.of(Pack.table("languages")));
        slots.put("count", new CountSlot(words("number")));
        slots.put("hour", new HourSlot(words("number")));
        addTopics(slots);
        return slots;
    }

    private void addTopics(Map<String, Slot> slots) {
        var around =
                new TopicSlot.Words(
                        words("topic-determiner"),
                        words("topic-link"),
                        words("topic-list"),
                        words("no-topic"));
        slots.put("topic", new TopicSlot(around));
        slots.put("subject", new TopicSlot(around, words("subject")));
    }

    private void addNames(Map<String, Slot> slots) {
        var given = new HashSet<String>();
        Pack.table("given-names").rows().forEach(row -> given.addAll(row.words(0)));
        var names =
                new NameSlot.Names(
                        given, words("no-name"), words("name-link"), words("name-title"));
        slots.put("name", new NameSlot(names, NameSlot.Evidence.CERTAIN));
        slots.put("likely-name", new NameSlot(names, NameSlot.Evidence.LIKELY));
        slots.put("known-name", new NameSlot(names, NameSlot.Evidence.WEAK));
        slots.put("given-name", new NameSlot(names, NameSlot.Evidence.NONE));
    }

    private void addPlaces(Map<String, Slot> slots, Places places) {
        var around =
                new PlaceSlot.PlaceWords(
                        words("place-modifier"),
                        words("place-article"),
                        words("place-link"),
                        words("place-kind"),
                        words("place-near"),
                        words("no-place"));
        var zones = ZoneNames.of(Pack.table("zones"));
        slots.put("home", new PlaceSlot(places, around, PlaceSlot.Evidence.CERTAIN));
        slots.put("place", new PlaceSlot(places, around, PlaceSlot.Evidence.LIKELY));
        slots.put("known-place", new PlaceSlot(places, around, PlaceSlot.Evidence.WEAK));
        slots.put("zone", new ZoneSlot(zones));
        slots.put("zone-name", new ZonePlaceSlot(zones, places));
        slots.put("zone-area", new ZonePlaceSlot(zones, Places.NONE));
    }

    private void addPronouns(Map<String, Slot> slots) {
        var table = Pack.table("pronouns");
        var joints = words("pronoun-joint");
        var binary = words("binary-pronoun");
        slots.put("pronouns", PronounSlot.of(table, joints, binary, Parting.ANY));
        slots.put("slashed-pronouns", PronounSlot.of(table, joints, binary, Parting.SLASH));
        slots.put("pronoun", PronounSlot.of(table, joints, binary, Parting.SINGLE));
    }

    private Set<String> words(String list) {
        var found = words.get(list);
        if (found == null) {
            throw new IllegalArgumentException("slot-words.tsv has no list " + list);
        }
        return found;
    }

    private static Map<String, Set<String>> wordLists(Table table) {
        var lists = new HashMap<String, Set<String>>();
        for (var row : table.rows()) {
            lists.computeIfAbsent(row.cell(0), name -> new HashSet<>()).addAll(row.words(1));
        }
        return lists;
    }
}
