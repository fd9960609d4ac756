package gleaner.postgres;

import gleaner.postgres.statement.InsertEntities;
import gleaner.postgres.statement.SelectEntities;
import gleaner.postgres.statement.StoredEntity;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * From entities to their ids: remembered, or else found, or else added.
 *
 * <p>Only what a committed transaction saw is remembered, so an id that is known here exists,
 * unless somebody deletes entities; the foreign key says so then (23503), and all is forgotten.
 * Guarded by its lock: batches of different verticles may share it.
 */
final class EntityIds {
    private static final Comparator<StoredEntity> ORDER =
            Comparator.comparing(StoredEntity::type).thenComparing(StoredEntity::key);

    private final Map<Key, UUID> known;

    private record Key(String type, String key) {
        static Key of(StoredEntity entity) {
            return new Key(entity.type(), entity.key());
        }
    }

    /** Remembers as many entities, those asked for last. */
    EntityIds(int limit) {
        known =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, UUID> eldest) {
                        return size() > limit;
                    }
                };
    }

    /** The ids of one transaction, not yet to be relied on by others. */
    static final class Resolved {
        private final Map<Key, UUID> ids = new HashMap<>();

        UUID of(StoredEntity entity) {
            var id = ids.get(Key.of(entity));
            if (id == null) {
                // Somebody removed it again, after it was in our way and before we could see it.
                throw new Overtaken("fact_entities");
            }
            return id;
        }

        private boolean has(StoredEntity entity) {
            return ids.containsKey(Key.of(entity));
        }

        private void put(StoredEntity entity, UUID id) {
            ids.put(Key.of(entity), id);
        }
    }

    /** Finds or adds them all. */
    Future<Resolved> resolve(SqlConnection connection, Collection<StoredEntity> entities) {
        var resolved = new Resolved();
        recall(entities, resolved);
        return find(connection, entities, resolved)
                .compose(missing ->
                        missing.isEmpty()
                                ? Future.succeededFuture()
                                : InsertEntities.run(connection, missing)
                                        .compose(v -> find(connection, missing, resolved)))
                .map(resolved);
    }

    /** Looks up what is not resolved, and gives what is still missing, sorted and each once. */
    private static Future<List<StoredEntity>> find(
            SqlConnection connection, Collection<StoredEntity> entities, Resolved resolved) {
        var asked = missing(entities, resolved);
        return asked.isEmpty()
                ? Future.succeededFuture(List.of())
                : SelectEntities.run(connection, asked)
                        .map(found -> {
                            found.forEach(resolved::put);
                            return missing(asked, resolved);
                        });
    }

    private static List<StoredEntity> missing(
            Collection<StoredEntity> entities, Resolved resolved) {
        var missing = new TreeSet<>(ORDER);
        entities.stream().filter(e -> !resolved.has(e)).forEach(missing::add);
        return List.copyOf(missing);
    }

    private synchronized void recall(Collection<StoredEntity> entities, Resolved resolved) {
        for (var entity : entities) {
            var id = known.get(Key.of(entity));
            if (id != null) {
                resolved.put(entity, id);
            }
        }
    }

    /** The transaction is committed: its ids can be relied on. */
    synchronized void remember(Resolved resolved) {
        known.putAll(resolved.ids);
    }

    synchronized void forget() {
        known.clear();
    }
}
