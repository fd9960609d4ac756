package gleaner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Partition;
import gleaner.memory.Observation;
import gleaner.memory.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ReducerTest {
    private static final Partition P = new Partition("t", 0);

    @Test
    void oneRowAConflictKeyInOneOrder() {
        var oslo = Said.at(2).lives("Oslo");
        var leeds = Said.at(1).lives("Leeds");

        var changes = Reducer.reduce(List.of(learned(oslo, leeds), learned(oslo)));

        assertThat(changes.observations())
                .extracting(Changes.RevisedObservation::observation)
                .containsExactly(leeds, oslo);
    }

    @Test
    void whatTheSameBatchTakesBackIsNotStored() {
        var message = Said.at(1).lives("Leeds");
        var edit = revised(1, new Revision(time(3), false, "edit"));
        var deletion = revised(1, new Revision(time(5), true, "deletion"));

        assertThat(Reducer.reduce(List.of(learned(message), edit)).observations()).isEmpty();
        assertThat(Reducer.reduce(List.of(deletion, edit)).revisions().values())
                .containsExactly(new Revision(time(5), true, "deletion"));
    }

    @Test
    void ofSeveralEditsTheLatestCounts() {
        var first = Said.at(1).lives("Leeds");
        var firstEdit = new Revision(time(3), false, first.source().eventId());
        var secondEdit = new Revision(time(4), false, "other");

        var changes =
                Reducer.reduce(
                        List.of(
                                new Effect.Revised(P, 1, key(1), secondEdit, List.of()),
                                new Effect.Revised(P, 0, key(1), firstEdit, List.of(first))));

        assertThat(changes.revisions()).containsEntry(key(1), secondEdit);
        assertThat(changes.observations()).isEmpty();
    }

    @Test
    void forgettingTakesEverythingUpToItsTimeWhateverTheOrder() {
        var before = Said.at(1).lives("Leeds");
        var at = Said.at(4).lives("Rome");
        var after = Said.at(5).lives("Oslo");
        var effects =
                List.of(
                        learned(before),
                        new Effect.Forgotten(P, 1, "ann", time(2)),
                        learned(after),
                        new Effect.Forgotten(P, 3, "ann", time(4)),
                        learned(at));

        var changes = Reducer.reduce(effects);

        assertThat(changes.forgotten()).containsEntry("ann", time(4));
        assertThat(changes.observations())
                .extracting(Changes.RevisedObservation::observation)
                .containsExactly(after);
    }

    @Test
    void ofAForgottenConversationOnlyWhatIsSaidLaterStays() {
        var before = Said.at(1).lives("Leeds");
        var after = Said.at(5).lives("Oslo");
        var conversation = new ConversationKey("ann", before.source().conversationId());
        var elsewhere = new ConversationKey("ann", "elsewhere");

        var changes =
                Reducer.reduce(
                        List.of(
                                new Effect.ConversationForgotten(P, 1, conversation, time(3)),
                                new Effect.ConversationForgotten(P, 1, elsewhere, time(9)),
                                learned(before, after)));

        assertThat(changes.forgottenConversations())
                .containsEntry(conversation, time(3))
                .containsEntry(elsewhere, time(9));
        assertThat(changes.observations())
                .extracting(Changes.RevisedObservation::observation)
                .containsExactly(after);
    }

    @Test
    void aRevisionCountsAlsoWhereItsUserIsForgottenSince() {
        var deletion = new Revision(time(1), true, "deletion");

        var changes =
                Reducer.reduce(
                        List.of(
                                revised(4, deletion),
                                new Effect.Forgotten(P, 1, "ann", time(2)),
                                learned(Said.at(4).lives("Oslo"))));

        assertThat(changes.revisions()).containsEntry(key(4), deletion);
        assertThat(changes.observations()).isEmpty();
    }

    @Property
    void theOrderOfTheEffectsMakesNoDifference(
            @ForAll("effects") List<Effect> effects, @ForAll Random random) {
        var shuffled = new ArrayList<>(effects);
        Collections.shuffle(shuffled, random);

        assertThat(Reducer.reduce(shuffled)).isEqualTo(Reducer.reduce(effects));
    }

    @Provide
    Arbitrary<List<Effect>> effects() {
        var hours = Arbitraries.integers().between(0, 5);
        Arbitrary<Effect> learned =
                hours.map(h -> learned(Said.at(h).lives(h % 2 == 0 ? "Oslo" : "Rome")));
        Arbitrary<Effect> deleted =
                hours.map(h -> revised(h, new Revision(time(h + 1), h % 2 == 0, "r" + h)));
        Arbitrary<Effect> forgotten = hours.map(h -> new Effect.Forgotten(P, h, "ann", time(h)));
        Arbitrary<Effect> conversationForgotten =
                hours.map(h ->
                        new Effect.ConversationForgotten(
                                P,
                                h,
                                new ConversationKey(
                                        "ann", Said.at(h).lives("x").source().conversationId()),
                                time(h)));
        return Arbitraries.oneOf(learned, learned, deleted, forgotten, conversationForgotten)
                .list()
                .ofMaxSize(10);
    }

    private static Effect learned(Observation... observations) {
        return new Effect.Learned(P, 0, List.of(observations));
    }

    private static Effect revised(int hour, Revision revision) {
        return new Effect.Revised(P, 0, key(hour), revision, List.of());
    }

    private static MessageKey key(int hour) {
        return new MessageKey("ann", "m" + hour);
    }

    private static Instant time(int hour) {
        return Said.at(hour).lives("x").source().saidAt();
    }
}
