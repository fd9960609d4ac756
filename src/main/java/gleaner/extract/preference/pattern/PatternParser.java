package gleaner.extract.preference.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the notation of the tables: {@code word}, {@code (a|b c)}, {@code [maybe]}, {@code
 * <piece>}, {@code {slot}}, {@code {-slot}} (taken, not kept), {@code {slot:name}} (kept under
 * another name), {@code ..} (a gap), {@code !(a|b)} (not followed by), {@code ^} and {@code $} (a
 * clause begins, ends), {@code \(} (the sign itself). Words are tokens: {@code i 'm}, {@code do
 * n't}. What is wrong is told as an {@link IllegalArgumentException}; the table adds the file and
 * the line.
 */
final class PatternParser {
    private static final String SPECIAL = "()[]|^$!";

    private final String pattern;
    private final Map<String, Node> pieces;
    private final Map<String, Slot> slots;
    private int at;

    PatternParser(String pattern, Map<String, Node> pieces, Map<String, Slot> slots) {
        this.pattern = pattern;
        this.pieces = pieces;
        this.slots = slots;
    }

    Node parse() {
        var node = options();
        if (at < pattern.length()) {
            throw wrong("a closing bracket without its opening one");
        }
        return node;
    }

    private Node options() {
        var options = new ArrayList<Node>();
        options.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            options.add(sequence());
        }
        return choice(options);
    }

    private Node sequence() {
        var parts = new ArrayList<Node>();
        skipBlanks();
        while (at < pattern.length() && ")]|".indexOf(pattern.charAt(at)) < 0) {
            parts.add(part());
            skipBlanks();
        }
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(List.copyOf(parts));
    }

    private Node part() {
        return switch (pattern.charAt(at)) {
            case '(' -> group(')');
            case '[' -> choice(List.of(group(']'), new Node.Sequence(List.of())));
            case '^' -> sign(new Node.Opening());
            case '$' -> sign(new Node.Closing());
            case '!' -> unless();
            case '<' -> piece();
            case '{' -> slot();
            case '\\' -> escaped();
            default -> word();
        };
    }

    private Node sign(Node node) {
        at++;
        return node;
    }

    private Node escaped() {
        if (at + 1 >= pattern.length()) {
            throw wrong("a \\ before nothing");
        }
        at += 2;
        return new Node.Words(Set.of(pattern.substring(at - 1, at)));
    }

    private Node group(char close) {
        at++;
        var node = options();
        if (at >= pattern.length() || pattern.charAt(at) != close) {
            throw wrong("an opening bracket without its closing one");
        }
        at++;
        return node;
    }

    private Node unless() {
        at++;
        if (part() instanceof Node.Words(var words)) {
            return new Node.Unless(words);
        }
        throw wrong("behind ! stand single words, in brackets where they are several");
    }

    private Node piece() {
        var name = enclosed('>');
        var piece = pieces.get(name);
        if (piece == null) {
            throw wrong("unknown piece <" + name + ">");
        }
        return piece;
    }

    private Node slot() {
        var written = enclosed('}');
        boolean kept = !written.startsWith("-");
        int colon = written.indexOf(':');
        var name = written.substring(kept ? 0 : 1, colon < 0 ? written.length() : colon);
        var slot = slots.get(name);
        if (slot == null) {
            throw wrong(
                    "unknown slot {" + name + "}; allowed are " + new TreeSet<>(slots.keySet()));
        }
        return new Node.Take(slot, written.substring(colon + 1), kept);
    }

    private String enclosed(char close) {
        int end = pattern.indexOf(close, at);
        if (end < 0) {
            throw wrong("no " + close);
        }
        var name = pattern.substring(at + 1, end);
        at = end + 1;
        return name;
    }

    private Node word() {
        int from = at;
        while (at < pattern.length()
                && pattern.charAt(at) != ' '
                && SPECIAL.indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw wrong("a sign where a word should stand");
        }
        var word = pattern.substring(from, at);
        return word.equals("..") ? new Node.Gap() : new Node.Words(Set.of(word));
    }

    /** Single words beside each other are one step of the matcher. */
    private static Node choice(List<Node> options) {
        if (options.size() == 1) {
            return options.getFirst();
        }
        var words = new HashSet<String>();
        for (var option : options) {
            if (!(option instanceof Node.Words(var some))) {
                return new Node.Choice(List.copyOf(options));
            }
            words.addAll(some);
        }
        return new Node.Words(Set.copyOf(words));
    }

    private void skipBlanks() {
        while (at < pattern.length() && pattern.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(why + ", at character " + (at + 1) + " of the pattern");
    }
}
