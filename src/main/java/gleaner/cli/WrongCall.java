package gleaner.cli;

/** A command was called with what cannot be, as only the log or the database could tell. */
public final class WrongCall extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongCall(String message) {
        super(message, null, false, false);
    }
}
