package gleaner.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ClientRefusedTest {

    @Test
    void whatHasNothingToDoWithThePropertiesIsTold() {
        assertThat(told("No resolvable bootstrap urls given in bootstrap.servers", "SASL_SSL"))
                .isEqualTo(
                        "no Kafka client with these settings: KafkaException: cannot;"
                                + " IllegalArgumentException: No resolvable bootstrap urls given in"
                                + " bootstrap.servers");
    }

    /** As of a password with a space, and without quotation marks. */
    @Test
    void whatSharesAWordWithAPropertyIsNotTold() {
        assertThat(
                        told(
                                "Value not specified for key 'sesame' in JAAS config",
                                "Plain required username=u password=open sesame;"))
                .isEqualTo(
                        "no Kafka client with these settings: KafkaException: cannot;"
                                + " IllegalArgumentException");
    }

    @Test
    void noTraceIsKeptThatWouldTellItAfterAll() {
        var refused = new ClientRefused(new KafkaException("sesame"), List.of("sesame"));

        assertThat(refused.getCause()).isNull();
        assertThat(refused).hasMessage("no Kafka client with these settings: KafkaException");
    }

    private static String told(String message, String property) {
        var failure = new KafkaException("cannot", new IllegalArgumentException(message));
        return java.util.Objects.requireNonNull(
                new ClientRefused(failure, List.of(property)).getMessage());
    }
}
