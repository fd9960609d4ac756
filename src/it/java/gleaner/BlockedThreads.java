package gleaner;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Watches Vert.x's own checker of blocked event loops, set to 50 ms. */
final class BlockedThreads implements AutoCloseable {
    private static final int LIMIT_MILLIS = 50;
    private static final Pattern COMPLAINT =
            Pattern.compile("eventloop.* has been blocked for (\\d+) ms");

    private final Stalls stalls = new Stalls();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Logger checker =
            (Logger) LoggerFactory.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    BlockedThreads() {
        events.start();
        checker.addAppender(events);
        checker.setAdditive(false);
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

    /**
     * What it complained about while the process itself was running, with the stack of the blocked
     * thread.
     */
    List<String> complaints() {
        return List.copyOf(events.list).stream()
                .filter(this::isOfTheLoop)
                .map(BlockedThreads::text)
                .toList();
    }

    private boolean isOfTheLoop(ILoggingEvent event) {
        var complaint = COMPLAINT.matcher(event.getFormattedMessage());
        if (!complaint.find() || isInTheKernel(event)) {
            return false;
        }
        var blocked = Long.parseLong(complaint.group(1));
        var to = event.getTimeStamp();
        return blocked - stalls.millisWithin(to - blocked, to) > LIMIT_MILLIS;
    }

    /**
     * The loop's sockets never block: a thread that is found in a call on one waits for a
     * processor. Whoever keeps the loop busy is found elsewhere at the next look, 10 ms later.
     */
    private static boolean isInTheKernel(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        if (thrown == null || thrown.getStackTraceElementProxyArray().length == 0) {
            return false;
        }
        var top = thrown.getStackTraceElementProxyArray()[0].getStackTraceElement();
        return top.isNativeMethod() && top.getClassName().startsWith("sun.nio.ch.");
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
        checker.setAdditive(true);
        checker.detachAppender(events);
        stalls.close();
    }
}
