package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

    /** What is still to be sent would otherwise run behind the end of the transaction. */
    @Test
    void anAnswerThatFailsIsHeldBackUntilAllAreThere() {
        var last = Promise.<Void>promise();

        var answers = Pipeline.answers(List.of(Future.failedFuture("refused"), last.future()));

        assertThat(answers.isComplete()).isFalse();
        last.complete();
        assertThat(answers.failed()).isTrue();
    }

    @Test
    void theFirstThatWasSentIsTheCauseThoughALaterOneFailsBefore() {
        var first = Promise.<Void>promise();
        var second = Promise.<Void>promise();

        var answers = Pipeline.answers(List.of(first.future(), second.future()));
        second.fail("the transaction is aborted");
        first.fail("refused");

        assertThat(answers.cause()).hasMessage("refused");
    }
}
