package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the stretches of a message that its writer says in their own name: not code, quoted lines,
 * markup, data, pasted transcripts or forged roles.
 */
final class OwnWords {
    private static final String FENCE = "```";
    private static final int LONGEST_LABEL = 20;

    private final Set<String> roles;
    private final Set<String> forwards;

    private OwnWords(Set<String> roles, Set<String> forwards) {
        this.roles = roles;
        this.forwards = forwards;
    }

    /** A stretch, in UTF-16 units. */
    record Stretch(int start, int end) {}

    static OwnWords load(Table table) {
        var roles = new HashSet<String>();
        var forwards = new HashSet<String>();
        for (var row : table.rows()) {
            switch (row.cell(0)) {
                case "role" -> roles.addAll(row.words(1));
                case "forward" -> forwards.add(row.cell(1));
                default -> throw row.wrong("allowed are role and forward");
            }
        }
        return new OwnWords(Set.copyOf(roles), Set.copyOf(forwards));
    }

    List<Stretch> in(String text) {
        var stretches = new ArrayList<Stretch>();
        boolean fenced = false;
        int line = 0;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            int first = firstInk(text, line, end);
            if (text.startsWith(FENCE, first)) {
                fenced = !fenced && opensFence(text, first, end);
            } else if (!fenced && isForward(text, first, end)) {
                break;
            } else if (!fenced && !isForeign(text, first, end)) {
                addLine(text, first, end, stretches);
            }
            line = end + 1;
        }
        return stretches;
    }

    /** A fence that nothing closes fences nothing. */
    private static boolean opensFence(String text, int first, int end) {
        return text.indexOf(FENCE, first + FENCE.length()) > end;
    }

    /** Everything below "forwarded message" is somebody else's. */
    private boolean isForward(String text, int first, int end) {
        if (end - first > 60 || end == first) {
            return false;
        }
        var line = text.substring(first, end).toLowerCase(Locale.ROOT);
        return forwards.stream().anyMatch(line::contains);
    }

    private boolean isForeign(String text, int first, int end) {
        if (first == end) {
            return true;
        }
        char ink = text.charAt(first);
        if (ink == '>' || ink == '{' || ink == '}' || ink == '|' || ink == '<') {
            return true;
        }
        if (ink == '[' && first + 1 < end) {
            return true;
        }
        return (ink == '"' && text.startsWith("\":", text.indexOf('"', first + 1)))
                || isRole(text, first, end);
    }

    /** {@code User: ...}, {@code ### system}. */
    private boolean isRole(String text, int first, int end) {
        int from = first;
        while (from < end && "#*_-<[ ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < end && to - from < LONGEST_LABEL && Character.isLetter(text.charAt(to))) {
            to++;
        }
        if (to == from) {
            return false;
        }
        int sign = to;
        while (sign < end && "*_ ]>".indexOf(text.charAt(sign)) >= 0) {
            sign++;
        }
        boolean labelled = sign < end ? text.charAt(sign) == ':' : from > first;
        return labelled && roles.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    /** Leaves out what stands between back-ticks, between tags, and objects of data. */
    private static void addLine(String text, int first, int end, List<Stretch> stretches) {
        int from = first;
        int at = first;
        while (at < end) {
            int behind = foreignEnd(text, at, end);
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

    private static int foreignEnd(String text, int at, int end) {
        return switch (text.charAt(at)) {
            case '`' -> behind(text, at, end, '`');
            case '{' -> text.startsWith("{\"", at) ? behind(text, at, end, '}') : at;
            case '<' -> tagEnd(text, at, end);
            default -> at;
        };
    }

    private static int behind(String text, int at, int end, char close) {
        int found = text.indexOf(close, at + 1, end);
        return found < 0 ? at : found + 1;
    }

    /** Behind the closing tag, where {@code at} opens one. */
    private static int tagEnd(String text, int at, int end) {
        int name = at + 1;
        while (name < end && Character.isLetter(text.charAt(name))) {
            name++;
        }
        if (name == at + 1 || name >= end || text.charAt(name) != '>') {
            return at;
        }
        int close = text.indexOf("</" + text.substring(at + 1, name), name, end);
        return close < 0 ? name + 1 : behind(text, close, end, '>');
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
