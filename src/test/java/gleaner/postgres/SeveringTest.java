package gleaner.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeveringTest {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final EmbeddedChannel channel = new EmbeddedChannel();

    /** Time passes only where a test says so. */
    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(new Severing(SILENCE));
    }

    @Test
    void aServerThatDoesNotHangUpAfterAFarewellIsLeft() {
        channel.pipeline().fireUserEventTriggered(ChannelOutputShutdownEvent.INSTANCE);

        pass(Severing.FAREWELL.minusMillis(1));
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void noOtherEventIsAFarewell() {
        channel.pipeline().fireUserEventTriggered(IdleStateEvent.WRITER_IDLE_STATE_EVENT);

        pass(SILENCE);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aServerThatIsSilentForLongerThanTheClientWaitsIsLeft() {
        pass(SILENCE.plus(Severing.FAREWELL).minusMillis(1));
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aServerThatSpeaksIsKept() {
        pass(SILENCE);
        channel.writeInbound("a word");

        pass(SILENCE);
        assertThat(channel.isOpen()).isTrue();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
