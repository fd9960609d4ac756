package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.Effect;
import gleaner.cycle.WriteOutcome;
import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement.Wish;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The state is a function of the set of events: not of their order, grouping or repetition. */
@RealServers
class AnyOrderIT {
    private static final List<String> USERS = List.of("ann", "bob", "cid");
    private static final List<Function<Utterance, Observation>> WAYS_TO_SAY =
            List.of(
                    u -> u.lives("Oslo"),
                    u -> u.lives("Rome"),
                    u -> u.denying().lives("Oslo"),
                    u -> u.likes("pizza"),
                    u -> u.implied().likes("Pizza"),
                    u -> u.is(Relation.HATES, EntityType.FOOD, "pizza"),
                    u -> u.is(Relation.VISITED, EntityType.PLACE, "Ålesund"),
                    u -> u.is(Relation.VISITED, EntityType.PLACE, "ÅLESUND"),
                    u -> u.prefers(PreferenceKey.LANGUAGE, "de"),
                    u -> u.prefers(PreferenceKey.LANGUAGE, "it"),
                    u -> u.denying().prefers(PreferenceKey.LANGUAGE, "de"),
                    u -> u.wishes(Wish.FOCUS, "art"),
                    u -> u.wishes(Wish.AVOID, "art"),
                    u -> u.surely(0.5).wishes(Wish.FOCUS, "music"));

    @Test
    void sameEventsSameState(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            for (int world = 0; world < 4; world++) {
                var events = events(store, new Random(world));
                var expected = stateAfter(store, events, new Random(world));
                assertThat(store.rows("SELECT count(*) FROM user_fact_relationships").getFirst())
                        .isNotEqualTo("0");
                for (int order = 1; order <= 3; order++) {
                    var random = new Random(1_000L * world + order);
                    var delivered = new ArrayList<>(events);
                    Collections.shuffle(delivered, random);
                    delivered.addAll(delivered.subList(0, 10));
                    assertThat(stateAfter(store, delivered, random))
                            .as("world %s in order %s", world, order)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void anotherEventMakesAnotherState(TestDatabase database) {
        try (var store = StoreUnderTest.on(database)) {
            var empty = store.stateHash();
            store.write(store.learned(by("ann", 1).likes("pizza")));
            var one = store.stateHash();
            store.write(store.learned(by("ann", 2).likes("pizza")));

            assertThat(List.of(empty, one, store.stateHash())).doesNotHaveDuplicates();
        }
    }

    private static String stateAfter(StoreUnderTest store, List<Effect> events, Random random) {
        store.sql(
                "TRUNCATE universal_users, fact_entities, gleaner.revision, gleaner.forgotten_user,"
                        + " gleaner.forgotten_conversation CASCADE");
        for (int from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(12));
            write(store, events.subList(from, to).toArray(Effect[]::new));
            from = to;
        }
        return store.stateHash();
    }

    /** The truncation took entities away that the store remembers: it asks for one more try. */
    private static void write(StoreUnderTest store, Effect... batch) {
        if (!(store.attempt(batch) instanceof WriteOutcome.Committed)) {
            store.write(batch);
        }
    }

    private static List<Effect> events(StoreUnderTest store, Random random) {
        var events = new ArrayList<Effect>();
        for (int n = 0; n < 80; n++) {
            var user = USERS.get(random.nextInt(USERS.size()));
            var hour = random.nextInt(60);
            var message = "m" + n;
            var conversation = "c" + random.nextInt(3);
            var said = by(user, hour).in(message).event("e" + n).within(conversation);
            events.add(store.learned(say(said, random)));
            switch (random.nextInt(8)) {
                case 0 -> events.add(store.deleted(user, message, revised(hour, random)));
                case 1, 2 -> {
                    var later = revised(hour, random);
                    var edit = by(user, later).in(message).event("edit" + n).within(conversation);
                    events.add(store.edited(user, message, later, "edit" + n, say(edit, random)));
                }
                default -> {}
            }
        }
        events.add(store.forgotten("cid", 30));
        events.add(store.forgotten("cid", 20));
        events.add(store.conversationForgotten("ann", "c1", 25));
        events.add(store.conversationForgotten("bob", "c2", 40));
        events.add(store.conversationForgotten("cid", "c0", 45));
        return events;
    }

    /** Later than its message, or, by another clock, before it was written. */
    private static int revised(int hour, Random random) {
        return Math.max(0, hour + random.nextInt(-9, 9));
    }

    private static Observation say(Utterance utterance, Random random) {
        return WAYS_TO_SAY.get(random.nextInt(WAYS_TO_SAY.size())).apply(utterance);
    }
}
