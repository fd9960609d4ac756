package gleaner.memory;

import static gleaner.memory.EntityType.FOOD;
import static gleaner.memory.EntityType.ORGANIZATION;
import static gleaner.memory.EntityType.PLACE;
import static gleaner.memory.Relation.HATES;
import static gleaner.memory.Relation.LIKES;
import static gleaner.memory.Relation.LOVES;
import static gleaner.memory.Relation.STUDIED_AT;
import static gleaner.memory.Relation.VISITED;
import static gleaner.memory.Statement.Wish.AVOID;
import static gleaner.memory.Statement.Wish.FOCUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gleaner.memory.Statement.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoldTest {

    @Test
    void laterHomeReplacesEarlierAndHistorySaysSo() {
        var state = fold(Said.at(1).lives("Leeds"), Said.at(5).lives("Oslo"));

        assertThat(homes(state)).containsExactly("Oslo");
        assertThat(state.history())
                .singleElement()
                .satisfies(past -> {
                    assertThat(entity(past.observation())).isEqualTo("Leeds");
                    assertThat(past.validFrom()).isEqualTo(hour(1));
                    assertThat(past.validTo()).isEqualTo(hour(5));
                    assertThat(entity(past.endedBy())).isEqualTo("Oslo");
                });
    }

    @Test
    void lateArrivalTakesThePlaceItHad() {
        var state = fold(Said.at(5).lives("Oslo"), Said.at(1).lives("Leeds"));

        assertThat(homes(state)).containsExactly("Oslo");
    }

    @Test
    void impliedNeitherReplacesNorRevivesWhatWasSaidOutright() {
        assertThat(homes(fold(Said.at(1).lives("Oslo"), Said.at(5).implied().lives("Rome"))))
                .containsExactly("Oslo");
        assertThat(
                        homes(
                                fold(
                                        Said.at(1).lives("Oslo"),
                                        Said.at(2).denied().lives("Oslo"),
                                        Said.at(5).implied().lives("Oslo"))))
                .isEmpty();
    }

    @Test
    void impliedIsBelievedWhereNothingWasSaidOutright() {
        var rome = Said.at(1).implied().lives("Rome");

        assertThat(homes(fold(rome))).containsExactly("Rome");
        assertThat(homes(fold(rome, Said.at(2).implied().lives("Oslo")))).containsExactly("Oslo");
        assertThat(homes(fold(rome, Said.at(2).implied().denied().lives("Rome")))).isEmpty();
        assertThat(homes(fold(Said.at(0).implied().denied().lives("Rome"), rome)))
                .containsExactly("Rome");
    }

    @Test
    void anImpliedDenialEndsNothingThatWasSaidOutright() {
        assertThat(
                        homes(
                                fold(
                                        Said.at(1).lives("Oslo"),
                                        Said.at(2).implied().denied().lives("Oslo"))))
                .containsExactly("Oslo");
    }

    @Test
    void whatWasSaidAgainOutrightIsSupportedByWhatIsImplied() {
        var state =
                fold(
                        Said.at(1).lives("Oslo"),
                        Said.at(2).denied().lives("Oslo"),
                        Said.at(3).lives("Oslo"),
                        Said.at(4).implied().lives("Oslo"));

        assertThat(state.current())
                .singleElement()
                .satisfies(belief -> assertThat(belief.mentions()).isEqualTo(2));
    }

    @Test
    void historyStandsInTheOrderInWhichThingsEnded() {
        var state =
                fold(
                        Said.at(1).wishes("astronomy", FOCUS),
                        Said.at(2).wishes("politics", FOCUS),
                        Said.at(3).wishes("politics", AVOID),
                        Said.at(4).wishes("astronomy", AVOID));

        assertThat(state.history())
                .extracting(PastBelief::validTo)
                .containsExactly(hour(3), hour(4));
    }

    @Test
    void explicitReplacesImpliedEvenIfSaidWithLessConfidence() {
        assertThat(
                        homes(
                                fold(
                                        Said.at(1).implied().lives("Rome"),
                                        Said.at(2).surely(0.5).lives("Oslo"))))
                .containsExactly("Oslo");
    }

    @Test
    void denialEndsOnlyTheValueItNames() {
        var oslo = Said.at(1).lives("Oslo");

        assertThat(homes(fold(oslo, Said.at(2).denied().lives("Oslo")))).isEmpty();
        assertThat(homes(fold(oslo, Said.at(2).denied().lives("Rome")))).containsExactly("Oslo");
    }

    @Test
    void pastTenseEndsWhatPassesAndConfirmsWhatLasts() {
        assertThat(
                        homes(
                                fold(
                                        Said.at(1).lives("Oslo"),
                                        Said.at(2).when(Temporal.PAST).lives("Oslo"))))
                .isEmpty();
        assertThat(
                        fold(Said.at(1).when(Temporal.PAST).is(STUDIED_AT, ORGANIZATION, "mit"))
                                .current())
                .hasSize(1);
    }

    @Test
    void whatWasOnlyToldInThePastIsHistoryOnce() {
        var state =
                fold(
                        Said.at(1).when(Temporal.PAST).lives("Leeds"),
                        Said.at(2).when(Temporal.PAST).lives("Leeds"));

        assertThat(state.current()).isEmpty();
        assertThat(state.history()).hasSize(1);
        assertThat(state.history().getFirst().validFrom()).isNull();
        assertThat(
                        fold(
                                        Said.at(1).when(Temporal.PAST).lives("Leeds"),
                                        Said.at(2).when(Temporal.PAST).lives("Rome"))
                                .history())
                .hasSize(2);
    }

    @Test
    void plansAreNotBelieved() {
        assertThat(fold(Said.at(1).when(Temporal.FUTURE).is(VISITED, PLACE, "Rome")).current())
                .isEmpty();
        assertThat(
                        fold(Said.at(1).when(Temporal.FUTURE).is(Relation.WANTS, PLACE, "boat"))
                                .current())
                .hasSize(1);
    }

    @Test
    void likingAndHatingOneThingExcludeEachOther() {
        var state = fold(Said.at(1).is(LOVES, FOOD, "pizza"), Said.at(2).is(HATES, FOOD, "pizza"));

        assertThat(state.current())
                .singleElement()
                .satisfies(b -> assertThat(relation(b)).isEqualTo(HATES));
        assertThat(state.history()).hasSize(1);
    }

    @Test
    void deniedLikingEndsALovingToo() {
        assertThat(
                        fold(
                                        Said.at(1).is(LOVES, FOOD, "pizza"),
                                        Said.at(2).denied().is(LIKES, FOOD, "pizza"))
                                .current())
                .isEmpty();
    }

    @Test
    void confidenceGrowsWithMessagesButNotWithRedelivery() {
        var once = Said.at(1).surely(0.6).lives("Oslo");
        var again = Said.at(2).surely(0.5).lives("Oslo");

        assertThat(fold(once, once, once).current().getFirst().confidence())
                .isEqualTo(0.6, within(1e-9));
        assertThat(fold(once, again).current().getFirst().confidence())
                .isEqualTo(0.8, within(1e-9)); // 1 - 0.4 * 0.5
        assertThat(fold(once, again).current().getFirst().mentions()).isEqualTo(2);
    }

    @Test
    void nothingIsEverCertain() {
        var many =
                java.util.stream.IntStream.range(0, 40)
                        .mapToObj(h -> Said.at(h).lives("Oslo"))
                        .toList();

        var belief = Fold.fold(many).current().getFirst();

        assertThat(belief.confidence()).isEqualTo(Fold.MAX_CONFIDENCE);
        assertThat(belief.support()).hasSize(Fold.MAX_SUPPORT);
        assertThat(belief.validFrom()).isEqualTo(hour(0));
        assertThat(belief.lastSaid()).isEqualTo(hour(39));
    }

    @Test
    void topicsLiveSideBySideEachWithItsLastWish() {
        var state =
                fold(
                        Said.at(1).wishes("politics", FOCUS),
                        Said.at(2).wishes("politics", AVOID),
                        Said.at(3).wishes("astronomy", FOCUS));

        assertThat(state.current())
                .extracting(b -> ((Statement.TopicWish) b.observation().statement()))
                .containsExactlyInAnyOrder(
                        new Statement.TopicWish("politics", AVOID),
                        new Statement.TopicWish("astronomy", FOCUS));
    }

    @Test
    void callingAPreferenceOffRemovesIt() {
        var kept = Said.at(1).prefers(PreferenceKey.RESPONSE_LENGTH, "short");
        var off = Said.at(2).denied().prefers(PreferenceKey.RESPONSE_LENGTH, "short");

        assertThat(fold(kept, off).current()).isEmpty();
    }

    private static SlotState fold(Observation... observations) {
        return Fold.fold(List.of(observations));
    }

    private static List<String> homes(SlotState state) {
        return state.current().stream().map(b -> entity(b.observation())).toList();
    }

    private static String entity(Observation o) {
        return ((Fact) o.statement()).entity().name();
    }

    private static Relation relation(Belief b) {
        return ((Fact) b.observation().statement()).relation();
    }

    private static java.time.Instant hour(int hour) {
        return Said.at(hour).lives("x").source().saidAt();
    }
}
