package gleaner.extract.text;

import java.util.Locale;
import java.util.Set;

/**
 * Finds, within a line that is the writer's own, what is not: code between back-ticks, tags with
 * what they hold, objects of data, quoted rests, and whatever follows the announcement of somebody
 * else's words ("chapter one goes: ...").
 */
final class Insertions {
    /** How far before a colon the word may stand that announces a text. In UTF-16 units. */
    private static final int ANNOUNCED_WITHIN = 60;

    /** Words of the second thing of a comparison. */
    private static final int MOST_COMPARED = 4;

    private final Set<String> texts;

    /**
     * @param texts words for texts that are not about their writer: chapter, lyrics, translate
     */
    Insertions(Set<String> texts) {
        this.texts = Set.copyOf(texts);
    }

    /** Behind what is inserted at {@code at}, or {@code at} where nothing is. */
    int end(String text, int line, int at, int end) {
        return switch (text.charAt(at)) {
            case '`' -> behind(text, at, end, '`');
            case '{' -> isData(text, at + 1, end) ? behind(text, at, end, '}') : at;
            case '<' -> tagEnd(text, at, end);
            case '>' -> text.startsWith(">>", at) && !isComparison(text, at, end) ? end : at;
            case ':' -> isAnnounced(text, line, at, end) ? end : at;
            default -> at;
        };
    }

    /** "rain >>> sunshine": between words, with few behind it. */
    private static boolean isComparison(String text, int at, int end) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        int words = 0;
        int behind = at;
        while (behind < end && ",.!?;\n".indexOf(text.charAt(behind)) < 0) {
            words += text.charAt(behind) == ' ' ? 1 : 0;
            behind++;
        }
        boolean word =
                before >= 0
                        && (Character.isLetterOrDigit(text.charAt(before))
                                || text.charAt(before) == '>');
        return word && words <= MOST_COMPARED;
    }

    /** A name or a string, and a colon: the first member of an object. */
    private static boolean isData(String text, int from, int end) {
        int at = from;
        while (at < end && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '"')) {
            at++;
        }
        int name = at;
        while (at < end && (Signs.isWordCharacter(text.charAt(at)) || text.charAt(at) == '"')) {
            at++;
        }
        return at > name && at < end && text.charAt(at) == ':';
    }

    private boolean isAnnounced(String text, int line, int colon, int end) {
        if (colon + 1 >= end || !Character.isWhitespace(text.charAt(colon + 1))) {
            return false;
        }
        var before = text.substring(Math.max(line, colon - ANNOUNCED_WITHIN), colon);
        int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("! "));
        for (var word :
                before.substring(sentence + 1).toLowerCase(Locale.ROOT).split("[^a-z']+", -1)) {
            if (texts.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int behind(String text, int at, int end, char close) {
        int found = text.indexOf(close, at + 1, end);
        return found < 0 ? at : found + 1;
    }

    /** Behind the closing tag, where {@code at} opens one; behind the line for a model's marks. */
    private static int tagEnd(String text, int at, int end) {
        if (text.startsWith("<|", at)) {
            return end;
        }
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
}
