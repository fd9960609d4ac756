package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerClockTest {
    private final List<Duration> told = new ArrayList<>();
    private long now;
    private final AnswerClock clock = new AnswerClock(() -> now, told::add);

    @Test
    void aStatementBeginsWhenTheOneBeforeItIsAnswered() {
        var first = send();
        var second = send();
        answer(5);

        now = 8;
        first.complete();
        now = 10;
        second.complete();

        assertThat(told).containsExactly(Duration.ofNanos(3), Duration.ofNanos(2));
    }

    @Test
    void aStatementSentToAnIdleServerBeginsAtOnce() {
        answer(5);
        now = 20;
        var sent = send();

        now = 24;
        sent.complete();

        assertThat(told).containsExactly(Duration.ofNanos(4));
    }

    @Test
    void whatFailedHasNoTimeToTell() {
        send().fail("refused");

        assertThat(told).isEmpty();
    }

    private Promise<Void> send() {
        var answer = Promise.<Void>promise();
        Future<Void> timed = clock.time(answer::future);
        assertThat(timed).isNotNull();
        return answer;
    }

    private void answer(long at) {
        now = at;
        clock.answered();
    }
}
