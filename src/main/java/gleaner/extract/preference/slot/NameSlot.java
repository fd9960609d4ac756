package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes what a person is called, as written: one to three words. */
public final class NameSlot implements Slot {
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_INITIALS = 4;
    private static final int DESCRIBING = Forms.ADJECTIVE | Forms.ADVERB | Forms.ING | Forms.PAST;

    /** How much the words around it already say that this is a name. */
    public enum Evidence {
        /** "call me ...": nouns too, "captain". */
        CERTAIN,
        /** "my name is ...": a capital, a known name or an unknown word. */
        LIKELY,
        /** "... here": a known name, or a capitalised unknown word. */
        WEAK,
        /** "I'm ...": a known name. */
        NONE
    }

    private final Names names;
    private final Evidence evidence;

    public NameSlot(Names names, Evidence evidence) {
        this.names = names;
        this.evidence = evidence;
    }

    /**
     * What is known of names.
     *
     * @param given given names, in lower case without accents
     * @param never words that are no names, whatever their case
     * @param links small words inside names: "de", "van"
     * @param titles what stands before a name: "Dr"
     */
    public record Names(
            Set<String> given, Set<String> never, Set<String> links, Set<String> titles) {
        public Names {
            given = Set.copyOf(given);
            never = Set.copyOf(never);
            links = Set.copyOf(links);
            titles = Set.copyOf(titles);
        }
    }

    @Override
    public List<Filling> at(Passage passage, int position) {
        int from = position;
        if (isQuote(passage.word(from)) && from + 1 < passage.size()) {
            from++;
        }
        if (!begins(passage, from)) {
            return List.of();
        }
        var fillings = new ArrayList<Filling>();
        int end = from + 1;
        fillings.add(filling(passage, from, end));
        while (end < passage.size() && end - from < MOST_WORDS) {
            int next = continued(passage, end);
            if (next == end) {
                break;
            }
            end = next;
            fillings.addFirst(filling(passage, from, end));
        }
        return fillings;
    }

    /** The closing quotation mark belongs to the words, not to the name. */
    private static Filling filling(Passage passage, int from, int end) {
        int behind = end < passage.size() && isQuote(passage.word(end)) ? end + 1 : end;
        var name = passage.slice(from, end);
        return new Filling(behind, isInitials(name, passage, end) ? name + "." : name);
    }

    /** The dot behind "T.J." ends the name, whether or not it ends the sentence too. */
    private static boolean isInitials(String name, Passage passage, int end) {
        return name.indexOf('.') == 1
                && end < passage.size()
                && passage.token(end).text().startsWith(".")
                && passage.token(end).start() == passage.token(end - 1).end();
    }

    private static boolean isQuote(String word) {
        return word.length() == 1 && "\"'“”‘’".contains(word);
    }

    private boolean begins(Passage passage, int position) {
        var token = passage.token(position);
        var key = Phrases.key(token.text());
        if (!Character.isLetter(token.text().codePointAt(0))
                || token.tag() == Tag.URL
                || token.tag() == Tag.SECRET
                || names.never().contains(key)) {
            return false;
        }
        if (isTitled(passage, position)) {
            return true;
        }
        boolean given = isGiven(key);
        boolean capital = isCapital(token);
        boolean function = Grammar.isFunctionWord(token);
        boolean unknown = token.word().forms() == 0 && !function;
        return switch (evidence) {
            case CERTAIN -> given || isPlainWord(token) || (capital && !function);
            case LIKELY ->
                    given || (capital && !function) || (unknown && !passage.closes(position));
            case WEAK ->
                    (given && (capital || !describes(token)))
                            || (capital && unknown && isOfLetters(token.text()));
            case NONE -> given && (capital || !describes(token));
        };
    }

    /** "A2" is a grade, not a name. */
    private static boolean isOfLetters(String text) {
        return text.chars().noneMatch(Character::isDigit);
    }

    private boolean isTitled(Passage passage, int position) {
        return names.titles().contains(passage.word(position))
                && passage.token(position).isCapitalised()
                && continued(passage, position + 1) > position + 1;
    }

    /** "Jean-Luc" is given where "Jean" is. */
    private boolean isGiven(String key) {
        int hyphen = key.indexOf('-');
        return names.given().contains(key)
                || (hyphen > 0 && names.given().contains(key.substring(0, hyphen)));
    }

    /** A noun can be a nickname; an adjective, a verb or a small word after "call me" is none. */
    private static boolean isPlainWord(Token token) {
        return !describes(token)
                && (token.word().can(Forms.NOUN) || token.word().forms() == 0)
                && !token.word().can(Forms.PLURAL);
    }

    private static boolean describes(Token token) {
        return Grammar.isFunctionWord(token) || token.word().can(DESCRIBING);
    }

    /** In a shouted word the capital says nothing, unless it is as short as initials. */
    private static boolean isCapital(Token token) {
        var text = token.text();
        return token.isCapitalised()
                && (text.length() < LONGEST_INITIALS
                        || text.chars().anyMatch(Character::isLowerCase));
    }

    /** Behind the next word of the name; the same place where it ends here. */
    private int continued(Passage passage, int end) {
        if (end >= passage.size()) {
            return end;
        }
        int at = end;
        if (names.links().contains(passage.word(at)) && at + 1 < passage.size()) {
            at++;
        }
        var token = passage.token(at);
        boolean continues =
                isCapital(token)
                        && !Grammar.isFunctionWord(token)
                        && !passage.closes(at)
                        && !names.never().contains(passage.word(at));
        return continues ? at + 1 : end;
    }
}
