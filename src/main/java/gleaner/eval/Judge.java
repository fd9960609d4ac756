package gleaner.eval;

import gleaner.eval.Judgement.Flaw;
import gleaner.eval.Judgement.Hit;
import gleaner.eval.Judgement.Mistake;
import gleaner.eval.Judgement.PreferenceHit;
import gleaner.extract.Reader;
import gleaner.extract.text.Lexicon;
import gleaner.memory.Observation;
import gleaner.memory.Polarity;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import gleaner.memory.Statement.Wish;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a reader reads against the labels. A fact is right where its relation is accepted, its
 * entity matches by {@link Names} and its polarity is the label's, where what is told as past may
 * be told as no more; a preference, where key and value are. What is read twice counts once.
 */
public final class Judge {
    private final Reader reader;
    private final Names names;

    public Judge(Reader reader, Lexicon lexicon) {
        this.reader = reader;
        this.names = new Names(lexicon);
    }

    /** Reads a conversation and says what is right of it. */
    public Judgement judge(Labelled labelled) {
        var hearing = new Hearing(labelled);
        Believed.atTheEnd(labelled.said(), reader).forEach(hearing::hear);
        return hearing.judgement();
    }

    /** One conversation, label by label. */
    private final class Hearing {
        private final Labelled labelled;
        private final List<Hit> hits = new ArrayList<>();
        private final List<PreferenceHit> preferenceHits = new ArrayList<>();
        private final List<Labelled.Fact> missed;
        private final List<Labelled.Preference> missedPreferences;
        private final List<Mistake> mistakes = new ArrayList<>();
        private final List<Observation> tolerated = new ArrayList<>();

        Hearing(Labelled labelled) {
            this.labelled = labelled;
            this.missed = new ArrayList<>(labelled.facts());
            this.missedPreferences = new ArrayList<>(labelled.preferences());
        }

        Judgement judgement() {
            return new Judgement(
                    labelled, hits, preferenceHits, missed, missedPreferences, mistakes, tolerated);
        }

        void hear(Observation observation) {
            switch (observation.statement()) {
                case Statement.Fact fact -> fact(observation, fact);
                case Statement.Preference(var key, var value, var _) ->
                        preference(observation, key, value, null);
                case Statement.TopicWish(var topic, var wish) ->
                        preference(observation, PreferenceKey.TOPIC_PREFERENCES, topic, wish);
            }
        }

        private void fact(Observation observation, Statement.Fact fact) {
            var label = first(missed, observation, fact);
            if (label != null) {
                missed.remove(label);
                hits.add(new Hit(label, observation));
            } else if (first(labelled.facts(), observation, fact) == null) {
                if (isOptional(fact)) {
                    tolerated.add(observation);
                } else {
                    mistakes.add(new Mistake(observation, flaw(fact)));
                }
            }
        }

        private Labelled.@Nullable Fact first(
                List<Labelled.Fact> labels, Observation observation, Statement.Fact fact) {
            for (var label : labels) {
                if (isPolarity(label, observation)
                        && names(label, fact)
                        && label.accepted().contains(fact.relation())) {
                    return label;
                }
            }
            return null;
        }

        /** What is over is told as past, or as no more: both say the same. */
        private boolean isPolarity(Labelled.Fact label, Observation observation) {
            boolean over =
                    label.polarity() == Polarity.NEGATIVE
                            ? observation.temporal() == Temporal.PAST
                            : label.temporal() == Temporal.PAST;
            return label.polarity() == null || label.polarity() == observation.polarity() || over;
        }

        private boolean isOptional(Statement.Fact fact) {
            return labelled.optionalFacts().stream()
                    .anyMatch(f -> names(f, fact) && f.accepted().contains(fact.relation()));
        }

        private boolean names(Labelled.Fact label, Statement.Fact fact) {
            return names.match(fact.entity().name(), label.entities());
        }

        private Flaw flaw(Statement.Fact fact) {
            if (labelled.isTrap()) {
                return Flaw.TRAP;
            }
            for (var label : labelled.facts()) {
                if (names(label, fact)) {
                    return label.accepted().contains(fact.relation())
                            ? Flaw.POLARITY
                            : Flaw.RELATION;
                }
            }
            boolean said =
                    missed.stream().anyMatch(label -> label.accepted().contains(fact.relation()));
            return said ? Flaw.ENTITY : Flaw.INVENTED;
        }

        private void preference(
                Observation observation, PreferenceKey key, String value, @Nullable Wish wish) {
            var label = first(missedPreferences, key, value, wish);
            if (label != null) {
                missedPreferences.remove(label);
                preferenceHits.add(new PreferenceHit(label, observation));
            } else if (first(labelled.preferences(), key, value, wish) == null) {
                if (first(labelled.optionalPreferences(), key, value, wish) != null) {
                    tolerated.add(observation);
                } else {
                    mistakes.add(new Mistake(observation, flaw(key)));
                }
            }
        }

        private Labelled.@Nullable Preference first(
                List<Labelled.Preference> labels,
                PreferenceKey key,
                String value,
                @Nullable Wish wish) {
            for (var label : labels) {
                if (label.key() == key && label.wish() == wish && isValue(label, value)) {
                    return label;
                }
            }
            return null;
        }

        private boolean isValue(Labelled.Preference label, String value) {
            return switch (label.key()) {
                case LOCATION, PREFERRED_NAME, TOPIC_PREFERENCES ->
                        names.match(value, label.values());
                case LANGUAGE ->
                        label.values().stream().anyMatch(v -> language(v).equals(language(value)));
                default -> label.values().stream().anyMatch(value::equalsIgnoreCase);
            };
        }

        private Flaw flaw(PreferenceKey key) {
            if (labelled.isTrap()) {
                return Flaw.TRAP;
            }
            return labelled.preferences().stream().anyMatch(label -> label.key() == key)
                    ? Flaw.VALUE
                    : Flaw.INVENTED;
        }
    }

    /** Without the region. */
    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
