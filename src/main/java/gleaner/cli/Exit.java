package gleaner.cli;

/** What the process tells the shell when it ends. */
public final class Exit {
    /** Done. */
    public static final int OK = 0;

    /** Tried and failed. */
    public static final int FAILED = 1;

    /** Cannot work as it was called or set up. */
    public static final int USAGE = 2;

    private Exit() {}
}
