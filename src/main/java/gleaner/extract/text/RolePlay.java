package gleaner.extract.text;

import gleaner.extract.text.OwnWords.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knows a message in which its writer plays a part: it opens with what the part does, {@code *draws
 * her sword*}. Nothing in it is the writer's own but what is said aside: {@code ((real life:
 * ...))}, {@code [out of character: ...]}, {@code ooc: ...}.
 */
final class RolePlay {
    private final Set<String> gestures;
    private final Set<String> acts;
    private final Set<String> asides;

    /**
     * @param gestures what people between asterisks do without playing anybody: sighs, shrugs
     * @param acts how the verb of an act ends that stands alone
     * @param asides what an aside without brackets begins with
     */
    RolePlay(Set<String> gestures, Set<String> acts, Set<String> asides) {
        this.gestures = Set.copyOf(gestures);
        this.acts = Set.copyOf(acts);
        this.asides = Set.copyOf(asides);
    }

    /** Whether the message opens with an act of a part. */
    boolean isPlayed(String text) {
        int open = first(text, 0);
        if (open >= text.length() || text.charAt(open) != '*') {
            return false;
        }
        int close = text.indexOf('*', open + 1);
        if (close < open + 3 || Character.isWhitespace(text.charAt(open + 1))) {
            return false;
        }
        var act = text.substring(open + 1, close).strip().toLowerCase(Locale.ROOT);
        int space = act.indexOf(' ');
        var word = space < 0 ? act : act.substring(0, space);
        return !gestures.contains(word) && (space > 0 || acts.stream().anyMatch(word::endsWith));
    }

    /** What is said aside, in the order of the text. */
    List<Stretch> asides(String text) {
        var own = new ArrayList<Stretch>();
        int at = 0;
        while (at < text.length()) {
            int close = bracketed(text, at);
            if (close > at) {
                own.add(new Stretch(at, close));
                at = close;
            } else if (opensAside(text, at)) {
                own.add(new Stretch(at, lineEnd(text, at)));
                at = lineEnd(text, at);
            }
            at++;
        }
        return own;
    }

    /** Behind the aside in brackets that opens here, or {@code at}. */
    private int bracketed(String text, int at) {
        if (text.startsWith("((", at)) {
            return behind(text, at, "))");
        }
        char c = text.charAt(at);
        if ((c == '(' || c == '[') && opensAside(text, at + 1)) {
            return behind(text, at, c == '(' ? ")" : "]");
        }
        return at;
    }

    private boolean opensAside(String text, int at) {
        boolean atWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return atWord
                && asides.stream()
                        .anyMatch(mark ->
                                text.regionMatches(true, at, mark, 0, mark.length())
                                        && isMarked(text, at + mark.length()));
    }

    private static boolean isMarked(String text, int behind) {
        return behind >= text.length() || !Character.isLetterOrDigit(text.charAt(behind));
    }

    private static int behind(String text, int at, String close) {
        int found = text.indexOf(close, at);
        return found < 0 ? text.length() : found;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static int first(String text, int from) {
        int first = from;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }
}
