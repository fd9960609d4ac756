package gleaner.kafka;

import java.io.IOException;

/** The log did not answer a command. */
public final class LogUnavailable extends IOException {
    private static final long serialVersionUID = 1;

    LogUnavailable(String what) {
        super("the log does not answer: " + what);
    }

    LogUnavailable(Throwable cause) {
        super("the log does not answer: " + cause.getMessage(), cause);
    }
}
