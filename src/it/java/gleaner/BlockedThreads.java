package gleaner;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Watches Vert.x's own checker of blocked event loops, set to 50 ms. */
final class BlockedThreads implements AutoCloseable {
    private static final int LIMIT_MILLIS = 50;

    private final Logger checker =
            (Logger) LoggerFactory.getLogger("io.vertx.core.impl.BlockedThreadChecker");
    private final ListAppender<ILoggingEvent> complaints = new ListAppender<>();

    BlockedThreads() {
        complaints.start();
        checker.addAppender(complaints);
    }

    /** Options under which the checker complains about an event loop that is blocked for 50 ms. */
    static VertxOptions options() {
        return new VertxOptions()
                .setBlockedThreadCheckInterval(10)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(LIMIT_MILLIS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setWarningExceptionTime(LIMIT_MILLIS)
                .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS);
    }

    /** What it complained about, with the stack of the blocked thread. */
    List<String> complaints() {
        return complaints.list.stream()
                .filter(event -> event.getFormattedMessage().contains("eventloop"))
                .map(BlockedThreads::text)
                .toList();
    }

    private static String text(ILoggingEvent event) {
        var stack = new StringBuilder(event.getFormattedMessage());
        var thrown = event.getThrowableProxy();
        if (thrown != null) {
            for (var frame : thrown.getStackTraceElementProxyArray()) {
                stack.append("\n  ").append(frame.getStackTraceElement());
            }
        }
        return stack.toString();
    }

    @Override
    public void close() {
        checker.detachAppender(complaints);
    }
}
