package gleaner.extract.preference.slot;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import gleaner.memory.PreferenceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the name of a language, or its tag as in {@code pt-BR}; gives the BCP-47 tag. */
public final class LanguageSlot implements Slot {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}-([A-Za-z]{2}|[A-Z][a-z]{3})");

    private final Phrases<String> tags;
    private final Set<String> known;

    private LanguageSlot(Map<String, String> tags) {
        this.tags = new Phrases<>(tags);
        this.known = new HashSet<>();
        tags.values().forEach(tag -> known.add(base(tag)));
    }

    /** Reads rows of a name and a tag. */
    public static LanguageSlot of(Table table) {
        var tags = new HashMap<String, String>();
        for (var row : table.rows()) {
            var tag = row.cell(1);
            if (PreferenceKey.LANGUAGE.normalise(tag).isEmpty()) {
                throw row.wrong("\"" + tag + "\" is no BCP-47 tag");
            }
            if (tags.put(row.cell(0), tag) != null) {
                throw row.wrong("\"" + row.cell(0) + "\" stands above already");
            }
        }
        return new LanguageSlot(tags);
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        var found = tags.longest(passage, position);
        if (found != null) {
            return List.of(new Filling(found.end(), found.meaning()));
        }
        var written = passage.token(position).text();
        return TAG.matcher(written).matches() && known.contains(base(written))
                ? List.of(new Filling(position + 1, written))
                : List.of();
    }

    private static String base(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }
}
