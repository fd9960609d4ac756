package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody may keep gets into no entity, no value and no quote. */
class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I love my card 4111 1111 1111 1111 and tea | 4111",
                "I live at bob@example.com in Oslo | bob@example.com",
                "I love my password hunter2 and tea | hunter2",
                "my password is Blue!77 and I live in Oslo | Blue!77",
                "password for the wifi is BlueHeron!77 can you help | 77",
                "I work at +44 7911 123456 in Leeds | 7911",
                "I live in 123-45-6789 and Oslo | 123-45-6789",
                "I like sk-test-51Zz0aaBBccDDeeFF00 and jazz | 51Zz0",
                "I have X1234567 and a dog | X1234567",
                "my pin is 4821 and I like tea | 4821",
                "I own ghp_16C7e42F292c6912E7710c838347Ae178B4a and a car | ghp_"
            })
    void aSecretIsKeptNowhere(String message, String secret) {
        for (var observation : Facts.observations(message)) {
            assertThat(observation.statement().toString()).doesNotContain(secret);
            assertThat(String.valueOf(observation.evidence().quote())).doesNotContain(secret);
        }
    }

    @Test
    void theRestOfTheWordsStaysAsEvidence() {
        List<Observation> observations = Facts.observations("I work from a@b.co at Google");
        assertThat(observations)
                .anySatisfy(o ->
                        assertThat(o.evidence().quote()).isEqualTo("I work from •••••• at Google"));
    }

    @ParameterizedTest
    @CsvSource({"I was born on 1990-05-12", "I have 40000 stamps", "I moved in 2019 to Oslo"})
    void datesAndCountsAreNoSecrets(String message) {
        assertThat(Facts.observations(message))
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.evidence().quote()).doesNotContain("•"));
    }
}
