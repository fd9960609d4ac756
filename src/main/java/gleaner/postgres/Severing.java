package gleaner.postgres;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection when it is to end.
 *
 * <p>To close, the database client says farewell, shuts its own direction, and waits for the server
 * to hang up. A server that is frozen, or cannot be reached any more, never does: the connection
 * would stay in the pool, and whoever awaits its answer would wait for as long as TCP itself hopes.
 * So some time after a farewell, and after any silence that is longer than the client's own limit,
 * the socket is closed from here. It stands first among the connection's handlers, where nobody can
 * keep a close from the socket.
 */
@SuppressWarnings("FutureReturnValueIgnored") // that a socket does not close has no remedy
final class Severing extends ReadTimeoutHandler {

    /** A server that is there hangs up at once. */
    static final Duration FAREWELL = Duration.ofSeconds(1);

    /**
     * @param silence in which the client itself says farewell
     */
    Severing(Duration silence) {
        super(silence.plus(FAREWELL).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void readTimedOut(ChannelHandlerContext context) {
        context.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event == ChannelOutputShutdownEvent.INSTANCE) {
            var severing =
                    context.executor()
                            .schedule(
                                    () -> readTimedOut(context),
                                    FAREWELL.toMillis(),
                                    TimeUnit.MILLISECONDS);
            context.channel().closeFuture().addListener(closed -> severing.cancel(false));
        }
        super.userEventTriggered(context, event);
    }
}
