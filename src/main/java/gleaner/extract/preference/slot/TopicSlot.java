package gleaner.extract.preference.slot;

import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Slot;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one topic or a list of them: short noun phrases, without their determiners. */
public final class TopicSlot implements Slot {
    private static final int MOST_WORDS = 4;
    private static final int MOST_TOPICS = 4;

    private final Words words;
    private final Set<String> known;

    /** A slot that takes whatever can be a topic. */
    public TopicSlot(Words words) {
        this(words, Set.of());
    }

    /**
     * @param known what a topic must end with, where the words around it say little: "no politics";
     *     empty for anything
     */
    public TopicSlot(Words words, Set<String> known) {
        this.words = words;
        this.known = Set.copyOf(known);
    }

    /**
     * Words of the language around topics.
     *
     * @param determiners what stands before a topic and is not part of it
     * @param links small words inside a topic: "of"
     * @param lists what parts two topics: "and", "or", a comma
     * @param never what is no topic: "it", "this"
     */
    public record Words(
            Set<String> determiners, Set<String> links, Set<String> lists, Set<String> never) {
        public Words {
            determiners = Set.copyOf(determiners);
            links = Set.copyOf(links);
            lists = Set.copyOf(lists);
            never = Set.copyOf(never);
        }
    }

    /** A topic and where its words end. */
    private record Topic(String name, int end) {}

    @Override
    public List<Filling> at(Passage passage, int position) {
        var fillings = new ArrayList<Filling>();
        var names = new ArrayList<String>();
        int limit = Math.min(passage.size(), position + MAX_TOKENS);
        int at = position;
        while (names.size() < MOST_TOPICS) {
            var topic = topic(passage, at, limit);
            if (topic == null) {
                break;
            }
            names.add(topic.name());
            fillings.addFirst(new Filling(topic.end(), names, Map.of()));
            at = afterList(passage, topic.end());
            if (at == topic.end()) {
                break;
            }
        }
        return fillings;
    }

    /** "politics, or religion". */
    private int afterList(Passage passage, int position) {
        int at = position;
        while (at < passage.size()
                && at < position + 2
                && words.lists().contains(passage.word(at))) {
            at++;
        }
        return at;
    }

    private @Nullable Topic topic(Passage passage, int position, int limit) {
        int from = position;
        while (from < limit && words.determiners().contains(passage.word(from))) {
            from++;
        }
        int end = from;
        while (end < limit && end - from < MOST_WORDS && belongs(passage, end, limit)) {
            end++;
            if (end + 1 < limit
                    && words.links().contains(passage.word(end))
                    && belongs(passage, end + 1, limit)) {
                end++;
            }
        }
        return end == from || !isKnown(passage.word(end - 1))
                ? null
                : new Topic(passage.slice(from, end), end);
    }

    private boolean isKnown(String head) {
        return known.isEmpty() || known.contains(head);
    }

    private boolean belongs(Passage passage, int position, int limit) {
        var token = passage.token(position);
        if (isOut(passage, position, token)) {
            return false;
        }
        if (canName(token)) {
            return true;
        }
        return token.word().can(Forms.ADJECTIVE)
                && position + 1 < limit
                && !isOut(passage, position + 1, passage.token(position + 1))
                && canName(passage.token(position + 1));
    }

    private boolean isOut(Passage passage, int position, Token token) {
        return token.tag().isBreak()
                || Grammar.isFunctionWord(token)
                || passage.closes(position)
                || words.never().contains(passage.word(position))
                || !Character.isLetterOrDigit(token.text().codePointAt(0));
    }

    private static boolean canName(Token token) {
        return token.word().forms() == 0
                || token.word().can(Forms.NOUN | Forms.PLURAL | Forms.ING)
                || token.isNoun();
    }
}
