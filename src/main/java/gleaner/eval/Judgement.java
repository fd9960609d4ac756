package gleaner.eval;

import gleaner.memory.Observation;
import java.util.List;

/**
 * What is right and wrong of what was read in one conversation.
 *
 * @param hits labels that were read
 * @param missed labels that were not
 * @param missedPreferences labels that were not
 * @param mistakes what was read and stands in no label
 * @param tolerated what was read and need not have been
 */
public record Judgement(
        Labelled labelled,
        List<Hit> hits,
        List<PreferenceHit> preferenceHits,
        List<Labelled.Fact> missed,
        List<Labelled.Preference> missedPreferences,
        List<Mistake> mistakes,
        List<Observation> tolerated) {

    /** A label and what was read for it. */
    public record Hit(Labelled.Fact label, Observation observation) {}

    /** A label and what was read for it. */
    public record PreferenceHit(Labelled.Preference label, Observation observation) {}

    /** Something that was read and is not so. */
    public record Mistake(Observation observation, Flaw flaw) {}

    /** What is wrong with a mistake. */
    public enum Flaw {
        /** Nothing at all was to be read. */
        TRAP,
        /** Said, but the other way round. */
        POLARITY,
        /** Another relation to this entity was said. */
        RELATION,
        /** This relation was said, of another entity. */
        ENTITY,
        /** This preference was said, with another value. */
        VALUE,
        /** Nothing like it was said. */
        INVENTED
    }

    public Judgement {
        hits = List.copyOf(hits);
        preferenceHits = List.copyOf(preferenceHits);
        missed = List.copyOf(missed);
        missedPreferences = List.copyOf(missedPreferences);
        mistakes = List.copyOf(mistakes);
        tolerated = List.copyOf(tolerated);
    }

    public boolean isSprung() {
        return labelled.isTrap() && !mistakes.isEmpty();
    }
}
