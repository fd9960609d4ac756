package gleaner.postgres;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.cycle.StoreTimes;
import gleaner.memory.Slot;
import gleaner.postgres.statement.AbsorbFacts;
import gleaner.postgres.statement.DeleteMergedFacts;
import gleaner.postgres.statement.DeleteObservations;
import gleaner.postgres.statement.DropMergedEntities;
import gleaner.postgres.statement.DropMergedEntities.Pair;
import gleaner.postgres.statement.InsertObservations;
import gleaner.postgres.statement.LockUsers;
import gleaner.postgres.statement.MoveFacts;
import gleaner.postgres.statement.RenameEntities;
import gleaner.postgres.statement.SelectAcceptedTypes;
import gleaner.postgres.statement.SelectFactsAbout;
import gleaner.postgres.statement.SelectNamedObservations;
import gleaner.postgres.statement.SelectUsersOfEntities;
import gleaner.postgres.statement.StoredObservation;
import gleaner.postgres.tidy.EntityGroup;
import gleaner.postgres.tidy.Merged;
import gleaner.postgres.tidy.NamedEntity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Merges entities that are one, for some users at a time and in a transaction of somebody else's.
 *
 * <p>Runs beside workers: their users are locked in the workers' order, before anything else. From
 * then on it waits for others so shortly that it gives up before a deadlock is looked for; whoever
 * is in its way is other programs that hold one row and want another.
 */
public final class EntityMerging {
    private static final int USERS = 200;

    /** Well below PostgreSQL's deadlock_timeout of a second. */
    private static final String SHORT_WAITS = "SET LOCAL lock_timeout = '200ms'";

    private final Vertx vertx;
    private final Settings.Limits limits;

    public EntityMerging(Vertx vertx, Settings.Limits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /**
     * Sees to the next users of these groups; after the last of them the merged entities go.
     *
     * @param groups no entity in two of them
     * @param after the last user that was seen to
     */
    public Future<Merged> run(SqlConnection connection, List<EntityGroup> groups, String after) {
        var merged =
                groups.stream().flatMap(g -> g.merged().stream()).map(NamedEntity::id).toList();
        var names = StatementMerge.names(groups);
        return SelectUsersOfEntities.run(connection, merged, names, after, USERS)
                .compose(users ->
                        lock(connection, users)
                                .compose(v -> rename(connection, groups))
                                .compose(v -> forUsers(connection, groups, users, names))
                                .compose(done ->
                                        users.size() < USERS
                                                ? drop(connection, groups).map(done::and)
                                                : Future.succeededFuture(done)));
    }

    private static Future<Void> lock(SqlConnection connection, List<String> users) {
        return (users.isEmpty() ? Future.<Void>succeededFuture() : LockUsers.run(connection, users))
                .compose(v -> connection.query(SHORT_WAITS).execute())
                .mapEmpty();
    }

    private static Future<Void> rename(SqlConnection connection, List<EntityGroup> groups) {
        var names =
                groups.stream()
                        .filter(EntityGroup::isRenamed)
                        .map(g -> new RenameEntities.Name(g.kept().id(), g.name()))
                        .toList();
        return names.isEmpty() ? Future.succeededFuture() : RenameEntities.run(connection, names);
    }

    private Future<Merged> forUsers(
            SqlConnection connection,
            List<EntityGroup> groups,
            List<String> users,
            Collection<String> names) {
        if (users.isEmpty()) {
            return Future.succeededFuture(Merged.nothing());
        }
        var byEntity = byEntity(groups);
        return SelectAcceptedTypes.run(connection)
                .map(EntityTypes::new)
                .compose(types ->
                        SelectNamedObservations.run(connection, users, names)
                                .map(rows -> StatementMerge.of(types, groups, rows))
                                .compose(said ->
                                        SelectFactsAbout.run(connection, users, byEntity.keySet())
                                                .map(rows -> FactMerge.of(byEntity, rows))
                                                .compose(facts ->
                                                        write(connection, types, said, facts)
                                                                .map(merged(users, said, facts)))));
    }

    private static Map<UUID, EntityGroup> byEntity(List<EntityGroup> groups) {
        var byEntity = new HashMap<UUID, EntityGroup>();
        for (var group : groups) {
            byEntity.put(group.kept().id(), group);
            group.merged().forEach(entity -> byEntity.put(entity.id(), group));
        }
        return byEntity;
    }

    private static Merged merged(List<String> users, StatementMerge said, FactMerge facts) {
        var last = users.size() < USERS ? "" : users.getLast();
        return new Merged(last, facts.counts(), said.counts(), Map.of());
    }

    /** In the order in which nothing is ever twice: what goes, what is moved, what comes of it. */
    private Future<?> write(
            SqlConnection connection, EntityTypes types, StatementMerge said, FactMerge facts) {
        var adopted = facts.adopted().stream().map(o -> StoredObservation.of(o, false)).toList();
        var touched = new HashSet<Slot>(said.touched());
        touched.addAll(facts.touched());
        return DeleteObservations.run(connection, said.replaced())
                .compose(v -> InsertObservations.run(connection, said.replacements()))
                .compose(v -> InsertObservations.run(connection, adopted))
                .compose(v -> AbsorbFacts.run(connection, facts.absorbed()))
                .compose(v -> DeleteMergedFacts.run(connection, facts.deleted()))
                .compose(v -> MoveFacts.run(connection, facts.moves()))
                .compose(v ->
                        touched.isEmpty()
                                ? Future.succeededFuture()
                                : beliefs(types).run(connection, touched).mapEmpty());
    }

    private BeliefUpdate beliefs(EntityTypes types) {
        return new BeliefUpdate(
                vertx,
                new Pipeline(vertx.getOrCreateContext()),
                types,
                new EntityIds(USERS),
                limits,
                StoreTimes.untold());
    }

    private static Future<Merged> drop(SqlConnection connection, List<EntityGroup> groups) {
        var kept = new HashMap<UUID, UUID>();
        groups.forEach(g -> g.merged().forEach(it -> kept.put(it.id(), g.kept().id())));
        var pairs =
                kept.entrySet().stream().map(it -> new Pair(it.getKey(), it.getValue())).toList();
        return DropMergedEntities.run(connection, pairs)
                .map(gone -> {
                    var entities = new HashMap<UUID, Integer>();
                    gone.forEach(
                            it -> entities.merge(requireNonNull(kept.get(it)), 1, Integer::sum));
                    return new Merged("", Map.of(), Map.of(), entities);
                });
    }
}
