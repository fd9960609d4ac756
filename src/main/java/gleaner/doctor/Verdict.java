package gleaner.doctor;

import java.util.Locale;

/** Whether the worker can be run. */
public enum Verdict {
    READY(0),
    /** After what the findings ask for. */
    READY_AFTER(1),
    NOT_READY(2);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The name as it is printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
