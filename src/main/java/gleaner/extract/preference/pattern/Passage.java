package gleaner.extract.preference.pattern;

import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A sentence as patterns see it: its words, and where its clauses begin and end. Not shared by
 * threads: it is made for one reading.
 */
public final class Passage {
    private final String text;
    private final Sentence sentence;
    private final Supplier<Set<String>> near;
    private final Clauses clauses;
    private final String[] words;
    private final int[] ids;
    private boolean[] opens = {};

    /**
     * @param text the whole message
     * @param near time zones of the places that the message names, asked for only when a shared
     *     abbreviation must be told apart
     */
    public Passage(
            String text,
            Sentence sentence,
            Spelling spelling,
            Clauses clauses,
            Supplier<Set<String>> near) {
        this.text = text;
        this.sentence = sentence;
        this.near = near;
        this.clauses = clauses;
        this.words = new String[sentence.size()];
        this.ids = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            var word = sentence.at(i).word();
            words[i] = word.form();
            ids[i] = spelling.id(word.form());
            if (ids[i] == WordIds.UNKNOWN) {
                words[i] = spelling.right(word);
                ids[i] = spelling.id(words[i]);
            }
        }
    }

    public Sentence sentence() {
        return sentence;
    }

    public int size() {
        return words.length;
    }

    /** The word at this place, in lower case, slips put right. */
    public String word(int position) {
        return words[position];
    }

    /** The number of this word, if it stands in any pattern. */
    int id(int position) {
        return ids[position];
    }

    public Token token(int position) {
        return sentence.at(position);
    }

    /** Time zones that places named in the same message lie in. */
    public Set<String> near() {
        return near.get();
    }

    public String text() {
        return text;
    }

    /** The characters from one token to before another, as written. */
    public String slice(int from, int to) {
        return text.substring(sentence.at(from).start(), sentence.at(to - 1).end());
    }

    /** The token that ends behind this character of the message; -1 where none does. */
    public int tokenEndingAt(int character, int from) {
        for (int i = from; i < size() && i < from + Slot.MAX_TOKENS; i++) {
            if (token(i).end() == character) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether a clause may begin here: at the start, after a break or a joint, or behind openers.
     */
    public boolean opens(int position) {
        if (opens.length == 0) {
            opens = openings();
        }
        return opens[position];
    }

    /** Whether a clause may end before this token. */
    public boolean closes(int position) {
        return position >= size()
                || token(position).tag().isBreak()
                || clauses.joins(words[position])
                || clauses.closes(words[position]);
    }

    /** Whether no gap may reach over this token: a joint, a break, or what nobody must quote. */
    boolean stops(int position) {
        return parts(position) || token(position).tag() == Tag.SECRET;
    }

    /** Whether this token only asks for consent to a statement: "..., ok?" */
    public boolean asksConsent(int position) {
        return clauses.tags(words[position]);
    }

    /** Whether this token parts two clauses. */
    public boolean parts(int position) {
        return token(position).tag().isBreak() || clauses.joins(words[position]);
    }

    private boolean[] openings() {
        var result = new boolean[size() + 1];
        result[0] = true;
        for (int i = 1; i <= size(); i++) {
            result[i] = parts(i - 1) || (result[i - 1] && clauses.opens(words[i - 1]));
        }
        return result;
    }
}
