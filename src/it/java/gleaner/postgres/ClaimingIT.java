package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.Claim;
import gleaner.cycle.DeadLetter;
import gleaner.cycle.Effect;
import gleaner.cycle.MemoryStore.ClaimRequest;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.Suspicion;
import gleaner.cycle.WriteBatch;
import gleaner.cycle.WriteOutcome;
import gleaner.event.Partition;
import gleaner.postgres.statement.MovePositions;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealServers
class ClaimingIT {
    private static final Partition P1 = new Partition("events", 1);
    private static final Partition P2 = new Partition("events", 2);

    private StoreUnderTest store;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstClaimStartsAtTheInitialPosition() {
        assertThat(claim(P1, 10, 100, 42)).isEqualTo(new Claim(P1, 1, 42, Suspicion.NONE, null));
    }

    @Test
    void aLaterClaimStartsWhereTheCommittedPositionIs() {
        write(claim(P1, 0, 100, 0), 0, 17);

        assertThat(claim(P1, 0, 100, 0)).isEqualTo(new Claim(P1, 2, 17, Suspicion.NONE, null));
    }

    @Test
    void whoDiesWithoutProgressIsCounted() {
        claim(P1, 0, 100, 0);
        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isEqualTo(1);
        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isEqualTo(2);
    }

    @Test
    void progressEndsTheCount() {
        claim(P1, 0, 100, 0);
        var second = claim(P1, 0, 100, 0);
        write(second, 0, 1);
        assertThat(await(store.store.read(Set.of(P1))).get(P1))
                .isEqualTo(new Claim(P1, 2, 1, Suspicion.NONE, null));

        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isZero();
    }

    @Test
    void afterProgressDeathsWithoutAnyAreCountedAnew() {
        write(claim(P1, 0, 100, 0), 0, 5);

        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isZero();
        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isEqualTo(1);
        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isEqualTo(2);
    }

    @Test
    void onlyASecondDeathWithTheSameRecordCondemnsIt() {
        assertThat(afterDeathWith(claim(P1, 0, 100, 0), 7L))
                .isEqualTo(new Suspicion(3, 7L, Set.of()));
        assertThat(afterDeathWith(claim(P1, 0, 100, 0), 9L))
                .isEqualTo(new Suspicion(3, 9L, Set.of()));
        assertThat(claim(P1, 0, 100, 0).suspicion())
                .as("killed before it tried anything")
                .isEqualTo(new Suspicion(3, 9L, Set.of()));
        assertThat(afterDeathWith(claim(P1, 0, 100, 0), 9L))
                .isEqualTo(new Suspicion(4, 9L, Set.of()));
    }

    @Test
    void aRecordThatWasSurvivedIsNoSuspect() {
        var claim = claim(P1, 0, 100, 0);
        await(store.store.probe(claim, 0));
        write(claim, 0, 1);

        assertThat(claim(P1, 0, 100, 0).suspicion()).isEqualTo(Suspicion.NONE);
    }

    @Test
    void aProbeUnderAnEndedClaimIsRefused() {
        var first = claim(P1, 0, 100, 0);
        var second = claim(P1, 0, 100, 0);

        assertThat(await(store.store.probe(first, 5))).isFalse();
        assertThat(await(store.store.probe(second, 5))).isTrue();
    }

    @Test
    void whatWasGivenUpAsDeadlyStaysKnown() {
        var claim = claim(P1, 0, 100, 0);
        var letter = new DeadLetter(P1, 0, DeadLetter.PROCESS_DIED, null, "died", 1);
        await(
                store.store.write(
                        new WriteBatch(
                                List.of(new PartitionAdvance(P1, claim.ownerEpoch(), 0, 1)),
                                List.of(new Effect.Dead(letter)))));

        assertThat(claim(P1, 0, 100, 0).suspicion()).isEqualTo(new Suspicion(0, null, Set.of(0L)));
    }

    private Suspicion afterDeathWith(Claim claim, long offset) {
        await(store.store.probe(claim, offset));
        return claim(P1, 0, 100, 0).suspicion();
    }

    @Test
    void whoLeavesInOrderIsNotSuspected() {
        await(store.store.release(List.of(claim(P1, 0, 100, 0))));

        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isZero();
    }

    @Test
    void whoLeavesInOrderClearsTheRecordThatAnotherDiedWith() {
        afterDeathWith(claim(P1, 0, 100, 0), 7L);
        await(store.store.release(List.of(claim(P1, 0, 100, 0))));

        assertThat(claim(P1, 0, 100, 0).suspicion()).isEqualTo(Suspicion.NONE);
    }

    @Test
    void progressClearsTheRecordThatAnotherDiedWith() {
        afterDeathWith(claim(P1, 0, 100, 0), 7L);
        write(claim(P1, 0, 100, 0), 0, 1);

        assertThat(claim(P1, 0, 100, 0).suspicion()).isEqualTo(Suspicion.NONE);
    }

    @Test
    void aReleaseUnderAnEndedClaimSaysNothing() {
        var first = claim(P1, 0, 100, 0);
        claim(P1, 0, 100, 0);
        await(store.store.release(List.of(first)));

        assertThat(claim(P1, 0, 100, 0).suspicion().deaths()).isEqualTo(2);
    }

    @Test
    void aRecreatedTopicIsParkedAndStaysSo() {
        write(claim(P1, 0, 100, 0), 0, 17);

        var parked = claim(P1, "other", 0, 5, 0);
        assertThat(parked.position()).isEqualTo(17);
        assertThat(parked.parked()).contains("recreated");
        assertThat(claim(P1, 0, 100, 0).parked()).contains("recreated");
    }

    @Test
    void whoseReasonIsTakenAwayWithoutAnotherTopicIdIsParkedAgain() {
        write(claim(P1, 0, 100, 0), 0, 3);
        claim(P1, "other", 0, 5, 0);
        store.sql("UPDATE gleaner.partition_progress SET parked_reason = NULL");

        assertThat(claim(P1, "other", 0, 5, 0).parked()).contains("recreated");
    }

    @Test
    void aPartitionIsParkedByItsOwnerAlone() {
        var first = claim(P1, 0, 100, 0);
        var second = claim(P1, 0, 100, 0);

        assertThat(await(store.store.park(first, "mine"))).isFalse();
        assertThat(await(store.store.park(second, "offsets are missing"))).isTrue();
        assertThat(await(store.store.park(second, "a later reason"))).isTrue();
        var parked = claim(P1, 0, 100, 0);
        assertThat(parked.parked()).isEqualTo("offsets are missing");
        assertThat(parked.suspicion().deaths()).as("who parks does not die of it").isZero();
    }

    @Test
    void aPositionOutsideTheLogIsParked() {
        write(claim(P1, 0, 100, 0), 0, 17);
        write(claim(P2, 0, 100, 0), 0, 17);

        assertThat(claim(P1, 18, 100, 0).parked())
                .isEqualTo("position 17 lies outside the log, which holds 18 to 100");
        assertThat(claim(P2, 0, 16, 0).parked())
                .isEqualTo("position 17 lies outside the log, which holds 0 to 16");
    }

    @Test
    void aPositionAtEitherEndOfTheLogIsNot() {
        write(claim(P1, 0, 100, 0), 0, 17);

        assertThat(claim(P1, 17, 100, 0).parked()).isNull();
        assertThat(claim(P1, 0, 17, 0).parked()).isNull();
    }

    @Test
    void aParkedPartitionGoesOnWhereTheRepairerSays() {
        write(claim(P1, 0, 100, 0), 0, 17);
        claim(P1, "other", 0, 5, 0);
        store.sql(
                "UPDATE gleaner.partition_progress SET parked_reason = NULL, topic_id = NULL,"
                        + " next_offset = 3 WHERE partition = 1");

        var repaired = claim(P1, "other", 0, 5, 0);
        assertThat(repaired.parked()).isNull();
        assertThat(repaired.position()).isEqualTo(3);
    }

    @Test
    void aBatchUnderAnEndedClaimWritesNothing() {
        var ended = claim(P1, 0, 100, 0);
        claim(P1, 0, 100, 0);

        assertThat(attempt(ended, 0, 5)).isEqualTo(new WriteOutcome.Fenced(Set.of(P1)));
        assertThat(store.beliefs("ann")).isEmpty();
    }

    @Test
    void aPositionThatIsPutElsewhereEndsTheClaimAlsoWhereTheBatchWouldFit() {
        var claim = claim(P1, 0, 100, 0);
        write(claim, 0, 5);
        await(MovePositions.run(store.pool, List.of(new MovePositions.Move(P1, "id", 0))));

        assertThat(attempt(claim, 0, 5)).isEqualTo(new WriteOutcome.Fenced(Set.of(P1)));
    }

    @Test
    void aBatchFromAnotherPositionWritesNothing() {
        var claim = claim(P1, 0, 100, 0);
        write(claim, 0, 5);

        assertThat(attempt(claim, 0, 5)).isEqualTo(new WriteOutcome.Fenced(Set.of(P1)));
        assertThat(attempt(claim, 6, 7)).isEqualTo(new WriteOutcome.Fenced(Set.of(P1)));
        assertThat(await(store.store.read(Set.of(P1))).get(P1))
                .isEqualTo(new Claim(P1, 1, 5, Suspicion.NONE, null));
    }

    @Test
    void oneLostPartitionStopsTheWholeBatch() {
        var mine = claim(P1, 0, 100, 0);
        var lost = claim(P2, 0, 100, 0);
        claim(P2, 0, 100, 0);
        var batch =
                new WriteBatch(
                        List.of(
                                new PartitionAdvance(P1, mine.ownerEpoch(), 0, 1),
                                new PartitionAdvance(P2, lost.ownerEpoch(), 0, 1)),
                        List.of(store.learned(by("ann", 1).lives("Oslo"))));

        assertThat(await(store.store.write(batch))).isEqualTo(new WriteOutcome.Fenced(Set.of(P2)));
        assertThat(await(store.store.read(Set.of(P1))).get(P1)).isEqualTo(mine);
    }

    @Test
    void ofTheSameBatchSentTwiceAtOnceOneCountsAndOneIsFenced() {
        var claim = claim(P1, 0, 100, 0);
        var attempts =
                IntStream.range(0, 4).mapToObj(n -> store.store.write(batch(claim, 0, 5))).toList();

        await(Future.all(attempts));

        assertThat(attempts.stream().map(Future::result))
                .containsOnlyOnce(new WriteOutcome.Committed(1, 1, 0))
                .filteredOn(WriteOutcome.Fenced.class::isInstance)
                .hasSize(3);
    }

    @Test
    void partitionsThatNobodyClaimedAreUnknown() {
        assertThat(await(store.store.read(Set.of(P1, P2)))).isEmpty();
    }

    private Claim claim(Partition partition, long beginning, long end, long initial) {
        return claim(partition, "id", beginning, end, initial);
    }

    private Claim claim(
            Partition partition, String topicId, long beginning, long end, long initial) {
        var claims =
                await(
                        store.store.claim(
                                List.of(
                                        new ClaimRequest(
                                                partition, topicId, beginning, end, initial))));
        assertThat(claims).containsOnlyKeys(partition);
        return claims.values().iterator().next();
    }

    private void write(Claim claim, long from, long to) {
        assertThat(attempt(claim, from, to)).isInstanceOf(WriteOutcome.Committed.class);
    }

    private WriteOutcome attempt(Claim claim, long from, long to) {
        return await(store.store.write(batch(claim, from, to)));
    }

    private WriteBatch batch(Claim claim, long from, long to) {
        return new WriteBatch(
                List.of(new PartitionAdvance(claim.partition(), claim.ownerEpoch(), from, to)),
                List.of(store.learned(by("ann", 1).lives("Oslo"))));
    }
}
