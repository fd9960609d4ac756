package gleaner.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.event.Partition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignedPartitionsTest {
    private static final Partition ZERO = new Partition("events", 0);
    private static final Partition ONE = new Partition("events", 1);

    private final AssignedPartitions partitions = new AssignedPartitions();

    @Test
    void aNewPartitionIsShut() {
        assign(ZERO, 1);

        assertThat(partitions.isOpen(ZERO)).isFalse();
        assertThat(partitions.isOpen(ONE)).isFalse();
    }

    @Test
    void aPartitionIsOpenWhenItsSeekHasBeenMade() {
        assign(ZERO, 1);

        var openings = partitions.open(Map.of(ZERO, 7L));
        assertThat(openings).extracting(Opening::offset).containsExactly(7L);
        assertThat(partitions.isOpen(ZERO)).isFalse();

        partitions.opened(openings);
        assertThat(partitions.isOpen(ZERO)).isTrue();
    }

    @Test
    void whatIsNotOursIsNotOpened() {
        assertThat(partitions.open(Map.of(ZERO, 7L))).isEmpty();
    }

    @Test
    void aLaterOpeningMakesAnEarlierOneWorthless() {
        assign(ZERO, 1);
        var earlier = partitions.open(Map.of(ZERO, 7L));
        var later = partitions.open(Map.of(ZERO, 7L));

        partitions.opened(earlier);
        assertThat(partitions.isOpen(ZERO)).isFalse();

        partitions.opened(later);
        assertThat(partitions.isOpen(ZERO)).isTrue();
    }

    @Test
    void anOpeningShutsWhatWasOpen() {
        open(ZERO);

        assertThat(partitions.open(Map.of(ZERO, 2L))).hasSize(1);

        assertThat(partitions.isOpen(ZERO)).isFalse();
    }

    @Test
    void anOpeningOfOneStayDoesNotOpenTheNext() {
        assign(ZERO, 1);
        var openings = partitions.open(Map.of(ZERO, 7L));
        partitions.remove(Set.of(ZERO));
        assign(ZERO, 2);

        partitions.opened(openings);

        assertThat(partitions.isOpen(ZERO)).isFalse();
    }

    @Test
    void noRecordCountsOfAPartitionThatLeft() {
        open(ZERO);

        partitions.remove(Set.of(ZERO));

        assertThat(partitions.isOpen(ZERO)).isFalse();
    }

    @Test
    void aPartitionThatWasNeverStartedIsNeitherPausedNorResumed() {
        assign(ZERO, 1);

        assertThat(partitions.pause(Set.of(ZERO))).isEmpty();
        assertThat(partitions.resume(Set.of(ZERO))).isEmpty();
    }

    @Test
    void aPauseIsAskedForOnce() {
        open(ZERO);

        assertThat(partitions.pause(Set.of(ZERO, ONE))).containsExactly(new Assignment(ZERO, 1));
        assertThat(partitions.pause(Set.of(ZERO))).isEmpty();
        assertThat(partitions.resume(Set.of(ZERO))).containsExactly(new Assignment(ZERO, 1));
        assertThat(partitions.resume(Set.of(ZERO))).isEmpty();
    }

    @Test
    void anOpeningEndsAPause() {
        open(ZERO);
        assertThat(partitions.pause(Set.of(ZERO))).hasSize(1);

        assertThat(partitions.open(Map.of(ZERO, 2L))).hasSize(1);

        assertThat(partitions.resume(Set.of(ZERO))).isEmpty();
        assertThat(partitions.pause(Set.of(ZERO))).hasSize(1);
    }

    @Test
    void aPartitionIsResumedWhileItsOpeningIsUnderWay() {
        assign(ZERO, 1);
        assertThat(partitions.open(Map.of(ZERO, 2L))).hasSize(1);
        assertThat(partitions.pause(Set.of(ZERO))).hasSize(1);

        assertThat(partitions.resume(Set.of(ZERO))).hasSize(1);
    }

    @Test
    void whatTheLogRefusedIsShutUntilItIsStartedAnew() {
        open(ZERO);
        assign(ONE, 2);

        assertThat(partitions.shut(Set.of(ZERO, ONE))).containsExactly(ZERO);

        assertThat(partitions.isOpen(ZERO)).isFalse();
        assertThat(partitions.resume(Set.of(ZERO))).isEmpty();
        assertThat(partitions.shut(Set.of(ZERO))).isEmpty();
    }

    @Test
    void aRefusalOfTheOldPositionDoesNotShutWhatIsBeingStartedAnew() {
        open(ZERO);
        var anew = partitions.open(Map.of(ZERO, 9L));

        assertThat(partitions.shut(Set.of(ZERO))).isEmpty();

        partitions.opened(anew);
        assertThat(partitions.isOpen(ZERO)).isTrue();
    }

    @Test
    void onlyWhatIsOursIsReported() {
        assign(ZERO, 1);

        assertThat(partitions.ours(Map.of(ZERO, 3L, ONE, 4L)))
                .isEqualTo(Map.of(new Assignment(ZERO, 1), 3L));
    }

    @Test
    void anOffsetBelowZeroIsRefused() {
        assign(ZERO, 1);

        assertThatThrownBy(() -> partitions.open(Map.of(ZERO, -1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events-0 cannot start at offset -1");
    }

    private void assign(Partition partition, long generation) {
        partitions.add(List.of(new Assignment(partition, generation)));
    }

    private void open(Partition partition) {
        assign(partition, 1);
        partitions.opened(partitions.open(Map.of(partition, 0L)));
    }
}
