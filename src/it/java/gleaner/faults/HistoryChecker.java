package gleaner.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import gleaner.cycle.ConversationKey;
import gleaner.cycle.Effect;
import gleaner.cycle.MessageKey;
import gleaner.event.Partition;
import gleaner.memory.Observation;
import gleaner.postgres.ModelMemory;
import gleaner.postgres.statement.StoredObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The oracle: from what stands in the log, and what was committed, to whether every event was
 * applied exactly once.
 *
 * <p>It asks of each partition that its position moved over all records and never back; of each
 * transaction that it stored what those records teach that its positions moved over, each
 * observation once, and nothing else; of each user that what was said later was never applied in an
 * earlier transaction.
 *
 * <p>An event whose message is edited or deleted, or whose user is forgotten, may store nothing:
 * that depends on what came first. It still must not store twice.
 */
final class HistoryChecker {
    private final List<Delivery> deliveries;
    private final LogModel log;
    private final Map<MessageKey, Set<String>> revisions = new HashMap<>();
    private final Map<String, Instant> forgotten = new HashMap<>();
    private final Map<ConversationKey, Instant> forgottenConversations = new HashMap<>();
    private final Findings findings = new Findings();
    private final PositionChecker positions;
    private boolean inOrder = true;

    HistoryChecker(List<Delivery> deliveries) {
        this.deliveries = List.copyOf(deliveries);
        this.log = new LogModel(deliveries);
        this.positions = new PositionChecker(log, findings);
        deliveries.forEach(delivery -> note(delivery.effect()));
    }

    private void note(Effect effect) {
        switch (effect) {
            case Effect.Revised revised ->
                    revisions
                            .computeIfAbsent(revised.message(), m -> new HashSet<>())
                            .add(revised.revision().eventId());
            case Effect.Forgotten(var _, var _, var user, var upTo) ->
                    forgotten.merge(user, upTo, (a, b) -> a.isAfter(b) ? a : b);
            case Effect.ConversationForgotten(var _, var _, var conversation, var upTo) ->
                    forgottenConversations.merge(
                            conversation, upTo, (a, b) -> a.isAfter(b) ? a : b);
            case Effect.Learned _, Effect.Dead _, Effect.Passed _ -> {}
        }
    }

    /** Somebody sets a position back on purpose, once. */
    HistoryChecker rewound(Partition partition, long to) {
        positions.expectRewind(partition, to);
        return this;
    }

    /** The log itself does not hold a user's events in order, or holds them several times. */
    HistoryChecker inAnyOrder() {
        inOrder = false;
        return this;
    }

    Findings check(List<Trace> traces) {
        positions.check(traces);
        traces.stream()
                .collect(groupingBy(Trace::transaction, LinkedHashMap::new, toList()))
                .values()
                .forEach(this::checkTransaction);
        if (inOrder) {
            new UserOrder(deliveries, findings).check(traces);
        }
        return findings;
    }

    private void checkTransaction(List<Trace> traces) {
        var covered = new ArrayList<Delivery>();
        var observed = new ArrayList<Trace.Observed>();
        var buried = new ArrayList<Trace.Buried>();
        for (var trace : traces) {
            switch (trace) {
                case Trace.Moved m -> covered.addAll(log.between(m.partition(), m.from(), m.to()));
                case Trace.Observed o -> observed.add(o);
                case Trace.Buried b -> buried.add(b);
                case Trace.Began _, Trace.Claimed _ -> {}
            }
        }
        checkObserved(covered, observed);
        checkBuried(covered, buried);
    }

    private void checkObserved(List<Delivery> covered, List<Trace.Observed> observed) {
        var stored = new HashSet<UUID>();
        var allowed =
                covered.stream()
                        .flatMap(d -> ModelMemory.stored(List.of(d.effect())).stream())
                        .map(StoredObservation::id)
                        .collect(toSet());
        for (var each : observed) {
            if (!stored.add(each.observation())) {
                findings.doubled(each.eventId(), "stored twice in one transaction");
            } else if (!allowed.contains(each.observation())) {
                findings.doubled(each.eventId(), "stored where no position moved over it");
            }
        }
        ModelMemory.stored(covered.stream().map(Delivery::effect).toList()).stream()
                .filter(o -> !stored.contains(o.id()) && mustCount(o.observation(), o.edited()))
                .map(o -> o.observation().source().eventId())
                .forEach(event -> findings.lost(event, "passed by without being stored"));
    }

    private boolean mustCount(Observation observation, boolean edited) {
        var source = observation.source();
        var message = new MessageKey(observation.userId(), source.messageId());
        var conversation = new ConversationKey(observation.userId(), source.conversationId());
        return revisions.getOrDefault(message, Set.of()).size() == (edited ? 1 : 0)
                && source.saidAt()
                        .isAfter(forgotten.getOrDefault(observation.userId(), Instant.MIN))
                && source.saidAt()
                        .isAfter(forgottenConversations.getOrDefault(conversation, Instant.MIN));
    }

    private void checkBuried(Collection<Delivery> covered, List<Trace.Buried> buried) {
        var expected = new HashMap<String, String>();
        for (var delivery : covered) {
            if (delivery.effect() instanceof Effect.Dead(var letter)) {
                expected.put(letter.partition() + "/" + letter.offset(), letter.errorClass());
            }
        }
        for (var each : buried) {
            var place = each.partition() + "/" + each.offset();
            if (!each.errorClass().equals(expected.remove(place))) {
                findings.problem("this dead letter was not to be expected: " + each);
            }
        }
        expected.forEach((place, why) -> findings.lost(place, "no dead letter for " + why));
    }
}
