package gleaner.kafka;

import gleaner.event.Partition;
import org.apache.kafka.common.TopicPartition;

/**
 * One stay of a partition with us: what is asked for one stay never touches the next.
 *
 * @param generation counts up with every assignment
 */
record Assignment(Partition partition, long generation) {

    TopicPartition topicPartition() {
        return topicPartition(partition);
    }

    static TopicPartition topicPartition(Partition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }

    static Partition partition(TopicPartition kafkas) {
        return new Partition(kafkas.topic(), kafkas.partition());
    }
}
