package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.lang.Table;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The frames of each verb, in the order in which they are tried. */
final class FrameTable {
    private final Map<String, List<Frame>> frames;

    private FrameTable(Map<String, List<Frame>> frames) {
        this.frames = frames;
    }

    List<Frame> of(String verb) {
        return frames.getOrDefault(verb, List.of());
    }

    static FrameTable load(Table table) {
        var frames = new HashMap<String, List<Frame>>();
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            for (var verb : row.cell(0).split("\\|", -1)) {
                if (!seen.add(verb + '\t' + row.cell(1) + '\t' + row.cell(2) + row.cell(7))) {
                    throw row.wrong("\"" + verb + " " + row.cell(1) + "\" stands here twice");
                }
                frames.computeIfAbsent(verb, v -> new ArrayList<>()).add(frame(verb, row));
            }
        }
        return new FrameTable(Map.copyOf(frames));
    }

    private static Frame frame(String verb, Table.Row row) {
        var required = EnumSet.noneOf(Aspect.class);
        var allowed = EnumSet.noneOf(Aspect.class);
        for (var mood : row.words(2)) {
            if (mood.startsWith("?")) {
                allowed.add(row.constant(Aspect.class, mood.substring(1)));
            } else {
                required.add(row.constant(Aspect.class, mood));
            }
        }
        var negation = negation(row);
        var kinds = row.cell(7);
        return new Frame(
                verb + "@" + row.line(),
                row.words(1).stream().map(part -> part(row, part)).toList(),
                required,
                allowed,
                relation(row, row.cell(3)),
                negation,
                negation == Frame.Negation.TURN ? relation(row, row.cell(4)) : null,
                row.share(5),
                row.share(6),
                kinds(row, kinds.startsWith("!") ? kinds.substring(1) : kinds),
                kinds.startsWith("!"),
                options(row));
    }

    static Relation relation(Table.Row row, String name) {
        return Relation.named(name).orElseThrow(() -> row.wrong("unknown relation " + name));
    }

    static List<Kind> kinds(Table.Row row, String cell) {
        var kinds = new ArrayList<Kind>();
        for (var name : cell.split(",", -1)) {
            if (!name.isEmpty()) {
                kinds.add(row.constant(Kind.class, name));
            }
        }
        return List.copyOf(kinds);
    }

    private static Frame.Negation negation(Table.Row row) {
        return switch (row.cell(4)) {
            case "deny" -> Frame.Negation.DENY;
            case "skip" -> Frame.Negation.SKIP;
            default -> Frame.Negation.TURN;
        };
    }

    private static Set<Option> options(Table.Row row) {
        var options = EnumSet.noneOf(Option.class);
        row.words(8).forEach(name -> options.add(row.constant(Option.class, name)));
        return options;
    }

    static Part part(Table.Row row, String part) {
        if (part.equals("~")) {
            return new Part.Modifiers();
        }
        if (part.equals("..")) {
            return new Part.Gap();
        }
        if (part.equals("$")) {
            return new Part.End();
        }
        if (part.equals("SELF")) {
            return new Part.Self();
        }
        if (part.startsWith("=")) {
            return new Part.Constant(part.substring(1).replace('_', ' '));
        }
        if (part.startsWith("NP-")) {
            return new Part.Compound(Set.of(part.substring(3).split("\\|", -1)), false);
        }
        if (part.startsWith("NP+")) {
            return new Part.Compound(Set.of(part.substring(3).split("\\|", -1)), true);
        }
        if (part.equals(part.toUpperCase(Locale.ROOT)) && Character.isLetter(part.charAt(0))) {
            return new Part.Slot(row.constant(Part.Content.class, part));
        }
        if (part.startsWith("(")) {
            return new Part.Literal(words(part.substring(1, part.length() - 1)), true);
        }
        return new Part.Literal(words(part), false);
    }

    private static Set<String> words(String alternatives) {
        return Set.of(alternatives.split("\\|", -1));
    }
}
