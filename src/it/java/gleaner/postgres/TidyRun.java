package gleaner.postgres;

import gleaner.extract.EntityNames;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Order;
import gleaner.postgres.operation.Tidying;
import gleaner.postgres.tidy.Duplicates;
import gleaner.postgres.tidy.Merged;
import gleaner.postgres.tidy.Sameness;
import gleaner.servers.TestDatabase;
import io.vertx.core.json.JsonObject;

/** Tidies a test's database, all groups in one batch. */
final class TidyRun {
    private static final Sameness SAMENESS = new Sameness(EntityNames.load()::singular);
    private static final Order ORDER = new Order("tidy", new JsonObject(), "somebody", true);

    private TidyRun() {}

    /** One try of the first batch; throws where somebody is in the way. */
    static Merged once(TestDatabase database) {
        var groups = Duplicates.in(database.settings(), SAMENESS);
        try (var operations = Operations.open(database.settings())) {
            return operations.make(
                    ORDER, new Tidying(operations.merging(StoreUnderTest.LIMITS), groups, ""));
        }
    }

    static Merged on(TestDatabase database) {
        var groups = Duplicates.in(database.settings(), SAMENESS);
        var all = Merged.nothing();
        try (var operations = Operations.open(database.settings())) {
            do {
                all =
                        all.and(
                                operations.makeBeside(
                                        ORDER,
                                        new Tidying(
                                                operations.merging(StoreUnderTest.LIMITS),
                                                groups,
                                                all.lastUser())));
            } while (!all.isLast());
        }
        return all;
    }
}
