package gleaner.postgres.tidy;

import gleaner.config.Settings;
import gleaner.postgres.DatabaseRefusal;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Looks for entities that are one thing under several names. Goes twice through the table, so that
 * only what is found has to be held: first for a hash of each name, then for those met twice.
 */
public final class Duplicates {
    private static final int PAGE = 10_000;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String SQL =
            """
            SELECT id, entity_type, entity_name
              FROM public.fact_entities
             WHERE entity_type <> '_processing_marker'
               AND id > ?
             ORDER BY id
             LIMIT ?
            """;

    private Duplicates() {}

    /** All groups, by type and name. */
    public static List<EntityGroup> in(Settings.Postgres settings, Sameness sameness) {
        try (var database = Jdbc.connect(settings, "gleaner tidy")) {
            return in(database, sameness);
        } catch (SQLException failure) {
            throw DatabaseRefusal.of(failure);
        }
    }

    /** All groups, by type and name. */
    public static List<EntityGroup> in(Jdbc database, Sameness sameness) throws SQLException {
        var met = new HashSet<Integer>();
        var metTwice = new HashSet<Integer>();
        each(
                database,
                entity ->
                        sameness.key(entity)
                                .map(String::hashCode)
                                .filter(hash -> !met.add(hash))
                                .ifPresent(metTwice::add));
        var found = new ArrayList<NamedEntity>();
        each(
                database,
                entity -> {
                    var again =
                            sameness.key(entity).map(String::hashCode).filter(metTwice::contains);
                    if (again.isPresent() || Sameness.isOdd(entity)) {
                        found.add(entity);
                    }
                });
        return sameness.groups(found);
    }

    private static void each(Jdbc database, Consumer<NamedEntity> taker) throws SQLException {
        var page = List.of(new NamedEntity(FIRST, "", ""));
        do {
            page =
                    database.rows(
                            SQL,
                            row ->
                                    new NamedEntity(
                                            row.getObject(1, UUID.class),
                                            row.getString(2),
                                            row.getString(3)),
                            page.getLast().id(),
                            PAGE);
            page.forEach(taker);
        } while (page.size() == PAGE);
    }
}
