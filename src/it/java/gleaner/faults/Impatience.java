package gleaner.faults;

import gleaner.faults.relay.Relay;
import gleaner.servers.TestDatabase;

/** Settings of workers that meet trouble with their database, and a test has to wait for them. */
final class Impatience {

    /** What a worker says each time when the database does not take its batch. */
    static final String TRYING_AGAIN = "store unavailable; trying again";

    private Impatience() {}

    /** Limits that are reached within seconds. */
    static Workers in(Workers workers) {
        return workers.set("postgres.connect-timeout", "1 s")
                .set("postgres.statement-timeout", "2 s")
                .set("postgres.lock-timeout", "500 ms")
                .set("postgres.idle-in-transaction-timeout", "2 s");
    }

    /** The same, over a relay. */
    static Workers in(Workers workers, TestDatabase database, Relay relay) {
        return in(over(workers, database, relay));
    }

    /** Over a relay, with all the patience of the defaults. */
    static Workers over(Workers workers, TestDatabase database, Relay relay) {
        return workers.set(
                "postgres.uri", "postgresql://127.0.0.1:" + relay.port() + "/" + database.name());
    }
}
