package gleaner.eval;

import gleaner.event.Role;
import gleaner.memory.Emotion;
import gleaner.memory.Polarity;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Wish;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with what it says of its user, as somebody labelled it.
 *
 * @param kind the class of the conversation: {@code rambling}, {@code fiction}
 * @param said its messages
 * @param facts what must be read
 * @param preferences what must be read
 * @param optionalFacts what may be read
 * @param optionalPreferences what may be read
 */
public record Labelled(
        String id,
        String kind,
        List<Message> said,
        List<Fact> facts,
        List<Preference> preferences,
        List<Fact> optionalFacts,
        List<Preference> optionalPreferences) {

    /** A message. */
    public record Message(Role role, String text) {}

    /**
     * A fact.
     *
     * @param relation as the labeller named it
     * @param accepted relations that are as right
     * @param entities names that are as right, the labeller's first
     * @param polarity absent where either is right
     * @param temporal when it holds, where labelled
     * @param emotion the feeling shown, where labelled
     */
    public record Fact(
            Relation relation,
            Set<Relation> accepted,
            List<String> entities,
            @Nullable Polarity polarity,
            @Nullable Temporal temporal,
            @Nullable Emotion emotion) {
        public Fact {
            accepted = Set.copyOf(accepted);
            entities = List.copyOf(entities);
        }
    }

    /**
     * A preference; of topics, one of them.
     *
     * @param wish for topics, which list
     * @param values those that are right, the labeller's first
     */
    public record Preference(PreferenceKey key, @Nullable Wish wish, List<String> values) {
        public Preference {
            values = List.copyOf(values);
        }
    }

    public Labelled {
        said = List.copyOf(said);
        facts = List.copyOf(facts);
        preferences = List.copyOf(preferences);
        optionalFacts = List.copyOf(optionalFacts);
        optionalPreferences = List.copyOf(optionalPreferences);
    }

    /** Whether nothing is to be read: whoever reads something has sprung a trap. */
    public boolean isTrap() {
        return facts.isEmpty() && preferences.isEmpty();
    }
}
