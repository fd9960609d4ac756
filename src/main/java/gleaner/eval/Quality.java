package gleaner.eval;

import gleaner.eval.Judgement.Flaw;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the judgements of a set of labelled conversations come to. */
public final class Quality {
    private final Count facts = new Count();
    private final Count preferences = new Count();
    private final Share traps = new Share();
    private final Share times = new Share();
    private final Share emotions = new Share();
    private final Reliability reliability = new Reliability();
    private final Map<Relation, Count> byRelation = new EnumMap<>(Relation.class);
    private final Map<PreferenceKey, Count> byKey = new EnumMap<>(PreferenceKey.class);
    private final Map<Flaw, Integer> mistakes = new EnumMap<>(Flaw.class);
    private final SortedMap<String, OfClass> byClass = new TreeMap<>();
    private int conversations;

    /** What the conversations of one class come to. */
    public static final class OfClass {
        private final Count facts = new Count();
        private final Count preferences = new Count();
        private final Share traps = new Share();
        private int conversations;

        public Count facts() {
            return facts;
        }

        public Count preferences() {
            return preferences;
        }

        public Share traps() {
            return traps;
        }

        public int conversations() {
            return conversations;
        }
    }

    public void add(Judgement judgement) {
        var ofClass = byClass.computeIfAbsent(judgement.labelled().kind(), kind -> new OfClass());
        conversations++;
        ofClass.conversations++;
        if (judgement.labelled().isTrap()) {
            traps.add(judgement.isSprung());
            ofClass.traps.add(judgement.isSprung());
        }
        addFacts(judgement, ofClass);
        addPreferences(judgement, ofClass);
        for (var mistake : judgement.mistakes()) {
            addMistake(mistake, ofClass);
        }
        for (var observation : judgement.tolerated()) {
            reliability.add(observation.confidence(), true);
        }
    }

    private void addFacts(Judgement judgement, OfClass ofClass) {
        for (var hit : judgement.hits()) {
            facts.right();
            ofClass.facts.right();
            count(hit.label().relation()).right();
            reliability.add(hit.observation().confidence(), true);
            if (hit.label().temporal() != null) {
                times.add(hit.label().temporal() == hit.observation().temporal());
            }
            if (hit.label().emotion() != null) {
                emotions.add(hit.label().emotion() == hit.observation().emotion());
            }
        }
        for (var missed : judgement.missed()) {
            facts.missed();
            ofClass.facts.missed();
            count(missed.relation()).missed();
        }
    }

    private void addPreferences(Judgement judgement, OfClass ofClass) {
        for (var hit : judgement.preferenceHits()) {
            preferences.right();
            ofClass.preferences.right();
            count(hit.label().key()).right();
            reliability.add(hit.observation().confidence(), true);
        }
        for (var missed : judgement.missedPreferences()) {
            preferences.missed();
            ofClass.preferences.missed();
            count(missed.key()).missed();
        }
    }

    private void addMistake(Judgement.Mistake mistake, OfClass ofClass) {
        var observation = mistake.observation();
        mistakes.merge(mistake.flaw(), 1, Integer::sum);
        reliability.add(observation.confidence(), false);
        if (observation.statement() instanceof Statement.Fact(var relation, var _)) {
            facts.wrong();
            ofClass.facts.wrong();
            count(relation).wrong();
        } else {
            preferences.wrong();
            ofClass.preferences.wrong();
            count(key(observation)).wrong();
        }
    }

    private static PreferenceKey key(Observation observation) {
        return observation.statement() instanceof Statement.Preference(var key, var _, var _)
                ? key
                : PreferenceKey.TOPIC_PREFERENCES;
    }

    private Count count(Relation relation) {
        return byRelation.computeIfAbsent(relation, r -> new Count());
    }

    private Count count(PreferenceKey key) {
        return byKey.computeIfAbsent(key, k -> new Count());
    }

    public int conversations() {
        return conversations;
    }

    public Count facts() {
        return facts;
    }

    public Count preferences() {
        return preferences;
    }

    /** Conversations that say nothing, and of how many something was read. */
    public Share traps() {
        return traps;
    }

    /** Of the facts that were read, where the label says when they hold. */
    public Share times() {
        return times;
    }

    /** Of the facts that were read, where the label says what is felt. */
    public Share emotions() {
        return emotions;
    }

    public Reliability reliability() {
        return reliability;
    }

    public Map<Relation, Count> byRelation() {
        return byRelation;
    }

    public Map<PreferenceKey, Count> byKey() {
        return byKey;
    }

    public Map<Flaw, Integer> mistakes() {
        return mistakes;
    }

    public SortedMap<String, OfClass> byClass() {
        return byClass;
    }
}
