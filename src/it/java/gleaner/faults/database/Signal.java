package gleaner.faults.database;

import java.io.IOException;

/** What can be sent to a process, of those that Java has no call for. */
public enum Signal {
    /** Stops it where it is, until {@link #CONT}. */
    STOP,
    CONT,
    /** To PostgreSQL: end with what is under way given up. */
    INT,
    /** To PostgreSQL: end at once, as after a crash. */
    QUIT;

    /** Sends it; a process that is gone already does not mind. */
    public void to(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no kill on this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
