package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the stretches of a message that its writer says in their own name: not code, quoted lines,
 * markup, data, pasted transcripts, forged roles, or the words of a part that is played.
 */
final class OwnWords {
    private final Pasted pasted;
    private final Insertions insertions;
    private final RolePlay rolePlay;

    private OwnWords(Pasted pasted, Insertions insertions, RolePlay rolePlay) {
        this.pasted = pasted;
        this.insertions = insertions;
        this.rolePlay = rolePlay;
    }

    /** A stretch, in UTF-16 units. */
    record Stretch(int start, int end) {}

    static OwnWords load(Table table) {
        var words = new EnumMap<Sign, Set<String>>(Sign.class);
        for (var sign : Sign.values()) {
            words.put(sign, new HashSet<>());
        }
        for (var row : table.rows()) {
            var sign = Sign.of(row.cell(0)).orElseThrow(() -> row.wrong(Sign.ALLOWED));
            var of = Objects.requireNonNull(words.get(sign));
            if (sign.isPhrase()) {
                of.add(row.cell(1));
            } else {
                of.addAll(row.words(1));
            }
        }
        return new OwnWords(
                new Pasted(words),
                new Insertions(words.getOrDefault(Sign.TEXT, Set.of())),
                new RolePlay(
                        words.getOrDefault(Sign.GESTURE, Set.of()),
                        words.getOrDefault(Sign.ACT, Set.of()),
                        words.getOrDefault(Sign.ASIDE, Set.of())));
    }

    /** The rows of the table. */
    enum Sign {
        ROLE,
        HEADER,
        FORWARD,
        TASK,
        POINTER,
        TEXT,
        GESTURE,
        ACT,
        ASIDE;

        static final String ALLOWED =
                "allowed are "
                        + Stream.of(values())
                                .map(sign -> sign.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));

        static Optional<Sign> of(String name) {
            return Stream.of(values())
                    .filter(sign -> sign.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }

        boolean isPhrase() {
            return this == FORWARD || this == ASIDE;
        }
    }

    List<Stretch> in(String text) {
        if (rolePlay.isPlayed(text)) {
            return rolePlay.asides(text);
        }
        var stretches = new ArrayList<Stretch>();
        var walk = pasted.walk(text);
        int line = 0;
        while (line < text.length() && !walk.isOver()) {
            int end = lineEnd(text, line);
            int first = firstInk(text, line, end);
            if (walk.isOwn(first, end)) {
                addLine(text, first, end, stretches);
            }
            line = end + 1;
        }
        return stretches;
    }

    /** Leaves out what is inserted. */
    private void addLine(String text, int first, int end, List<Stretch> stretches) {
        int from = first;
        int at = first;
        while (at < end) {
            int behind = insertions.end(text, first, at, end);
            if (behind > at) {
                add(from, at, stretches);
                from = behind;
                at = behind;
            } else {
                at++;
            }
        }
        add(from, end, stretches);
    }

    private static void add(int from, int to, List<Stretch> stretches) {
        if (to > from) {
            stretches.add(new Stretch(from, to));
        }
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int firstInk(String text, int from, int end) {
        int first = from;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }
}
