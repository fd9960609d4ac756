package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import gleaner.memory.PreferenceKey;
import java.util.List;
import java.util.Locale;

/**
 * Takes what says a time zone by itself: an abbreviation that only one zone has, its full name, an
 * IANA id, or an offset. An abbreviation that zones share is taken only where a place in the same
 * message tells which of them is meant: a wrong time zone is worse than none.
 */
public final class ZoneSlot implements Slot {
    private final ZoneNames names;

    public ZoneSlot(ZoneNames names) {
        this.names = names;
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        var offset = offset(passage, position);
        if (!offset.isEmpty()) {
            return offset;
        }
        var code = names.codes().longest(passage, position);
        if (code != null && !isPlainWord(passage, position, code.end())) {
            return zone(code.meaning(), passage).stream()
                    .map(id -> new Filling(code.end(), id))
                    .toList();
        }
        return id(passage, position);
    }

    /** "eat", "wet" and "art" are zones in capitals only. */
    private static boolean isPlainWord(Passage passage, int position, int end) {
        var token = passage.token(position);
        return end == position + 1
                && (token.word().forms() != 0 || Grammar.isFunctionWord(token))
                && !token.text().equals(token.text().toUpperCase(Locale.ROOT));
    }

    private static List<String> zone(List<String> candidates, Passage passage) {
        if (candidates.size() == 1) {
            return candidates;
        }
        var near = passage.near();
        var meant = candidates.stream().filter(near::contains).toList();
        return meant.size() == 1 ? meant : List.of();
    }

    private static List<Filling> offset(Passage passage, int position) {
        var offset = Offset.at(passage.text(), passage.token(position).start());
        if (offset == null) {
            return List.of();
        }
        int last = passage.tokenEndingAt(offset.end(), position);
        return last < 0 ? List.of() : List.of(new Filling(last + 1, offset.value()));
    }

    /** {@code Europe/Berlin}: the longest run of letters and slashes that is a zone. */
    private static List<Filling> id(Passage passage, int position) {
        var text = passage.text();
        int start = passage.token(position).start();
        int end = start;
        boolean slash = false;
        while (end < text.length() && isOfId(text.charAt(end))) {
            slash |= text.charAt(end) == '/';
            end++;
        }
        int last = slash ? passage.tokenEndingAt(end, position) : -1;
        if (last < 0) {
            return List.of();
        }
        return PreferenceKey.TIMEZONE.normalise(text.substring(start, end)).stream()
                .map(id -> new Filling(last + 1, id))
                .toList();
    }

    private static boolean isOfId(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '_' || c == '-';
    }
}
