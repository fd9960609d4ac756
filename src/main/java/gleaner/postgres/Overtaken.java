package gleaner.postgres;

/**
 * Another writer changed a row between our reading and our writing it: the transaction is to be run
 * again, as after a serialization failure.
 */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String SQL_STATE = "40001";

    Overtaken(String table) {
        super("another writer changed a row of " + table, null, false, false);
    }
}
