package gleaner.cycle;

import static java.util.Comparator.comparing;

import gleaner.cycle.Changes.RevisedObservation;
import gleaner.memory.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From a batch's effects to its {@link Changes}: one row per conflict key, in one global order, and
 * nothing that the same batch takes back. The outcome does not depend on the order of the effects.
 */
public final class Reducer {
    private static final Comparator<RevisedObservation> GLOBAL_ORDER =
            comparing((RevisedObservation o) -> o.observation().userId())
                    .thenComparing(o -> o.observation().slot().key())
                    .thenComparing(o -> o.observation().source().messageId())
                    .thenComparing(o -> o.observation().strandKey())
                    .thenComparing(o -> o.observation().valueKey())
                    .thenComparing(o -> o.observation().source().eventId());

    private final SortedMap<String, Instant> forgotten = new TreeMap<>();
    private final SortedMap<ConversationKey, Instant> forgottenConversations = new TreeMap<>();
    private final SortedMap<MessageKey, Revision> revisions = new TreeMap<>();
    private final List<RevisedObservation> observations = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    private Reducer() {}

    /** Reduces the effects of one batch. */
    public static Changes reduce(List<Effect> effects) {
        var reducer = new Reducer();
        effects.forEach(reducer::add);
        return reducer.changes();
    }

    private void add(Effect effect) {
        switch (effect) {
            case Effect.Learned learned -> observe(learned.observations(), false);
            case Effect.Revised revised -> {
                revisions.merge(revised.message(), revised.revision(), Reducer::later);
                observe(revised.observations(), true);
            }
            case Effect.Forgotten(var _, var _, var userId, var upTo) ->
                    forgotten.merge(userId, upTo, Reducer::later);
            case Effect.ConversationForgotten(var _, var _, var conversation, var upTo) ->
                    forgottenConversations.merge(conversation, upTo, Reducer::later);
            case Effect.Dead(var letter) -> deadLetters.add(letter);
            case Effect.Passed _ -> {}
        }
    }

    private void observe(List<Observation> some, boolean edited) {
        some.forEach(o -> observations.add(new RevisedObservation(o, edited)));
    }

    private Changes changes() {
        deadLetters.sort(comparing(DeadLetter::partition).thenComparingLong(DeadLetter::offset));
        return new Changes(
                forgotten,
                forgottenConversations,
                revisions,
                lastingObservations(),
                List.copyOf(deadLetters));
    }

    private List<RevisedObservation> lastingObservations() {
        var lasting = new ArrayList<RevisedObservation>();
        observations.stream()
                .filter(this::lasts)
                .sorted(GLOBAL_ORDER)
                .forEach(next -> {
                    if (lasting.isEmpty() || GLOBAL_ORDER.compare(lasting.getLast(), next) != 0) {
                        lasting.add(next);
                    }
                });
        return lasting;
    }

    private boolean lasts(RevisedObservation o) {
        var source = o.observation().source();
        var revision = revisions.get(new MessageKey(o.observation().userId(), source.messageId()));
        var counts =
                revision == null
                        ? !o.edited()
                        : o.edited() && revision.eventId().equals(source.eventId());
        return counts && !isForgotten(o.observation());
    }

    private boolean isForgotten(Observation observation) {
        var source = observation.source();
        var conversation = new ConversationKey(observation.userId(), source.conversationId());
        return Stream.of(
                        forgotten.get(observation.userId()),
                        forgottenConversations.get(conversation))
                .anyMatch(upTo -> upTo != null && !source.saidAt().isAfter(upTo));
    }

    private static <T extends Comparable<T>> T later(T a, T b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
