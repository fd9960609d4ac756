package gleaner.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.event.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka's own double of a consumer plays the broker; the test's thread is the poll thread. */
class GatedConsumerTest {
    private static final TopicPartition ZERO = new TopicPartition("events", 0);
    private static final TopicPartition ONE = new TopicPartition("events", 1);
    private static final Duration NOW = Duration.ZERO;

    private final MockConsumer<byte[], byte[]> kafkas = new MockConsumer<>("none");
    private final Told told = new Told();
    private final GatedConsumer consumer = new GatedConsumer(kafkas, told, Duration.ofSeconds(1));

    @BeforeEach
    void subscribe() {
        consumer.subscribe(Set.of("events"), new StreamsOwn());
        kafkas.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
    }

    @Test
    void aNewPartitionIsPausedBeforeAnybodyIsTold() {
        told.onAssigned = () -> assertThat(kafkas.paused()).containsExactlyInAnyOrder(ZERO, ONE);

        kafkas.rebalance(List.of(ZERO, ONE));

        assertThat(told.assigned).hasSize(2);
    }

    @Test
    void aShutPartitionBringsNothingAndNeedsNoPosition() {
        kafkas.rebalance(List.of(ZERO));
        kafkas.addRecord(record(ZERO, 0));

        assertThat(consumer.poll(NOW).count()).isZero();
    }

    @Test
    void anOpenedPartitionBringsRecordsFromItsOffsetOn() {
        kafkas.rebalance(List.of(ZERO));
        kafkas.addRecord(record(ZERO, 0));
        kafkas.addRecord(record(ZERO, 1));

        consumer.open(List.of(new Opening(told.assigned.getFirst(), 1, 1)));

        assertThat(consumer.poll(NOW).records(ZERO))
                .extracting(ConsumerRecord::offset)
                .containsExactly(1L);
    }

    @Test
    void whatIsMeantForAnEarlierStayDoesNothing() {
        kafkas.rebalance(List.of(ZERO));
        var earlier = told.assigned.getFirst();
        kafkas.rebalance(List.of());
        kafkas.rebalance(List.of(ZERO));

        consumer.open(List.of(new Opening(earlier, 1, 5)));
        consumer.resumeAssigned(List.of(earlier));
        consumer.commit(Map.of(earlier, 5L), (offsets, failure) -> assertThat(offsets).isEmpty());

        assertThat(kafkas.paused()).containsExactly(ZERO);
        assertThat(kafkas.position(ZERO)).isZero();
    }

    @Test
    void whatHasLeftDoesNotKeepTheOthersFromBeingPaused() {
        kafkas.rebalance(List.of(ZERO));
        var left = told.assigned.getFirst();
        kafkas.rebalance(List.of(ONE));
        var here = told.assigned.getLast();
        consumer.open(List.of(new Opening(left, 1, 0), new Opening(here, 2, 0)));
        assertThat(kafkas.paused()).doesNotContain(ONE);

        consumer.pauseAssigned(List.of(left, here));
        assertThat(kafkas.paused()).contains(ONE);

        consumer.resumeAssigned(List.of(left, here));
        assertThat(kafkas.paused()).doesNotContain(ONE);
    }

    @Test
    void aCommitNamesThePositionsOfWhatIsOurs() {
        kafkas.rebalance(List.of(ZERO));
        var told = new ArrayList<Map<TopicPartition, OffsetAndMetadata>>();

        consumer.commit(
                Map.of(this.told.assigned.getFirst(), 5L), (offsets, failure) -> told.add(offsets));

        assertThat(told).containsExactly(Map.of(ZERO, new OffsetAndMetadata(5)));
    }

    @Test
    void aPositionThatIsGoneFailsOnePollAndShutsThePartition() {
        kafkas.rebalance(List.of(ZERO));
        consumer.open(List.of(new Opening(told.assigned.getFirst(), 1, 5)));
        kafkas.setPollException(new OffsetOutOfRangeException(Map.of(ZERO, 5L)));

        assertThatThrownBy(() -> consumer.poll(NOW)).isInstanceOf(OffsetOutOfRangeException.class);

        assertThat(kafkas.paused()).containsExactly(ZERO);
        assertThat(consumer.poll(NOW).count()).isZero();
    }

    /** The stream would wait for such a poll for ever. */
    @Test
    void anErrorFailsThePollAsAnExceptionDoes() {
        kafkas.schedulePollTask(() -> {
            throw new NoClassDefFoundError("of the test");
        });

        assertThatThrownBy(() -> consumer.poll(NOW))
                .isInstanceOf(KafkaException.class)
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aRevocationIsToldWhileThePartitionIsStillOurs() {
        kafkas.rebalance(List.of(ZERO));
        told.onRevoked =
                () ->
                        consumer.commit(
                                Map.of(told.assigned.getFirst(), 5L),
                                (offsets, failure) -> assertThat(offsets).containsKey(ZERO));

        kafkas.rebalance(List.of());

        assertThat(told.revoked).containsExactly(new Partition("events", 0));
    }

    @Test
    void tasksRunOneForEachResumeOfNothing() {
        var ran = new ArrayList<Integer>();
        consumer.enqueue(() -> ran.add(1));
        consumer.enqueue(() -> ran.add(2));

        consumer.resume(Set.<TopicPartition>of());
        assertThat(ran).containsExactly(1);

        consumer.resume(Set.<TopicPartition>of());
        consumer.resume(Set.<TopicPartition>of());
        assertThat(ran).containsExactly(1, 2);
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
    }

    private static final class Told implements Rebalances {
        final List<Assignment> assigned = new ArrayList<>();
        final List<Partition> revoked = new ArrayList<>();
        Runnable onAssigned = () -> {};
        Runnable onRevoked = () -> {};

        @Override
        public void assigned(List<Assignment> assignments) {
            onAssigned.run();
            assigned.addAll(assignments);
        }

        @Override
        public void revoked(Set<Partition> partitions) {
            onRevoked.run();
            revoked.addAll(partitions);
        }

        @Override
        public void lost(Set<Partition> partitions) {
            throw new AssertionError("nothing was lost");
        }
    }

    /** Vert.x's own listener, which would tell too late: it must never be called. */
    private static final class StreamsOwn implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            throw new AssertionError("the stream's listener was called");
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            throw new AssertionError("the stream's listener was called");
        }
    }
}
