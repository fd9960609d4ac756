package gleaner.kafka;

import gleaner.event.Partition;
import gleaner.event.SourceRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** From Kafka's records to ours. */
final class KafkaRecords {
    private KafkaRecords() {}

    static SourceRecord sourceRecord(Partition partition, ConsumerRecord<byte[], byte[]> kafkas) {
        return new SourceRecord(
                partition,
                kafkas.offset(),
                kafkas.key(),
                kafkas.value(),
                lastValues(kafkas.headers()),
                Instant.ofEpochMilli(kafkas.timestamp()));
    }

    /** A header without a value counts as absent, also where an earlier one of its name has one. */
    private static Map<String, byte[]> lastValues(Headers headers) {
        var last = new HashMap<String, byte[]>();
        for (var header : headers) {
            if (header.value() == null) {
                last.remove(header.key());
            } else {
                last.put(header.key(), header.value());
            }
        }
        return last;
    }
}
