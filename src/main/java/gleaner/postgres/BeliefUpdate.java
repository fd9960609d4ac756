package gleaner.postgres;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.cycle.StoreTimes;
import gleaner.memory.Slot;
import gleaner.postgres.statement.DeleteFacts;
import gleaner.postgres.statement.InsertFacts;
import gleaner.postgres.statement.InsertFacts.NewFact;
import gleaner.postgres.statement.InsertObservations;
import gleaner.postgres.statement.MergePreferences;
import gleaner.postgres.statement.PreferencePatch;
import gleaner.postgres.statement.ReplaceHistory;
import gleaner.postgres.statement.SelectFacts;
import gleaner.postgres.statement.SelectObservations;
import gleaner.postgres.statement.SelectPreferences;
import gleaner.postgres.statement.SlotKey;
import gleaner.postgres.statement.StoredObservation;
import gleaner.postgres.statement.UpdateFacts;
import gleaner.postgres.statement.UpdateFacts.ChangedFact;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what the readers see agree with what was said: loads the touched slots, folds them on the
 * worker pool, and writes what came out otherwise.
 *
 * <p>One for each transaction; its state is touched on the connection's event loop only.
 */
final class BeliefUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(BeliefUpdate.class);

    private final Vertx vertx;
    private final Pipeline pipeline;
    private final EntityTypes types;
    private final EntityIds entityIds;
    private final Settings.Limits limits;
    private final StoreTimes times;
    private EntityIds.Resolved entities = new EntityIds.Resolved();
    private boolean entitiesMayGo;

    BeliefUpdate(
            Vertx vertx,
            Pipeline pipeline,
            EntityTypes types,
            EntityIds entityIds,
            Settings.Limits limits,
            StoreTimes times) {
        this.vertx = vertx;
        this.pipeline = pipeline;
        this.types = types;
        this.entityIds = entityIds;
        this.limits = limits;
        this.times = times;
    }

    /**
     * What changed.
     *
     * @param beliefs rows written or ended
     * @param preferences users
     */
    record Changed(int beliefs, int preferences) {}

    /** Folds and writes; the users are locked. */
    Future<Changed> run(SqlConnection connection, Collection<Slot> touched) {
        return load(connection, touched)
                .compose(input ->
                        vertx.executeBlocking(
                                () -> Refold.of(input, types, limits.preferenceDocumentBytes()),
                                false))
                .compose(refolded -> resolve(connection, requireNonNull(refolded)).map(refolded))
                .compose(refolded -> write(connection, refolded));
    }

    /** The transaction is committed. */
    void committed() {
        if (entitiesMayGo) {
            entityIds.forget();
        } else {
            entityIds.remember(entities);
        }
    }

    /** The transaction may also remove entities: afterwards no id can be relied on. */
    void entitiesMayGo() {
        entitiesMayGo = true;
    }

    private Future<Refold.Input> load(SqlConnection connection, Collection<Slot> touched) {
        var slots =
                touched.stream()
                        .sorted(Comparator.comparing(Slot::userId).thenComparing(Slot::key))
                        .toList();
        var ofFacts = slots.stream().filter(s -> !SlotKey.isPreference(s)).toList();
        var withPreferences =
                slots.stream().filter(SlotKey::isPreference).map(Slot::userId).distinct().toList();
        var observations = SelectObservations.in(connection, slots, limits.statementsPerSlot());
        var facts = SelectFacts.in(connection, ofFacts);
        var documents =
                withPreferences.isEmpty()
                        ? Future.succeededFuture(Map.<String, String>of())
                        : SelectPreferences.of(connection, withPreferences);
        return Pipeline.answers(List.of(observations, facts, documents))
                .map(all ->
                        new Refold.Input(
                                slots, observations.result(), facts.result(), documents.result()));
    }

    private Future<Void> resolve(SqlConnection connection, Refolded refolded) {
        var unknown =
                refolded.written().stream()
                        .filter(w -> w.entityId() == null)
                        .map(FactFold.Write::entity)
                        .toList();
        return entityIds
                .resolve(connection, unknown)
                .map(resolved -> {
                    entities = resolved;
                    return null;
                });
    }

    private Future<Changed> write(SqlConnection connection, Refolded refolded) {
        var adopted = refolded.adopted().stream().map(o -> StoredObservation.of(o, false)).toList();
        var added = added(refolded.written());
        var changed = changed(refolded.written());
        var adoption =
                pipeline.each(adopted, part -> InsertObservations.run(connection, part).mapEmpty());
        var updates = pipeline.sum(changed, part -> UpdateFacts.run(connection, part));
        var deletes = pipeline.sum(refolded.ended(), part -> DeleteFacts.run(connection, part));
        var inserts = pipeline.sum(added, part -> InsertFacts.run(connection, part));
        var trimmed =
                pipeline.each(
                        List.copyOf(refolded.historyLengths().entrySet()),
                        part -> ReplaceHistory.trim(connection, part));
        var history =
                pipeline.each(refolded.history(), part -> ReplaceHistory.upsert(connection, part));
        var before =
                Pipeline.answers(List.of(adoption, updates, deletes, inserts, trimmed, history));
        var preferences = merge(connection, refolded.patches(), before);
        return Pipeline.answers(
                        List.of(adoption, updates, deletes, inserts, trimmed, history, preferences))
                .map(all -> {
                    expect(changed.size(), updates.result());
                    expect(refolded.ended().size(), deletes.result());
                    expect(added.size(), inserts.result());
                    report(refolded, preferences.result());
                    return new Changed(
                            added.size() + changed.size() + refolded.ended().size(),
                            preferences.result());
                });
    }

    private Future<Integer> merge(
            SqlConnection connection, List<PreferencePatch> patches, Future<Void> before) {
        var clock = new AnswerClock(System::nanoTime, times::merged);
        before.onSuccess(answered -> clock.answered());
        return pipeline.sum(
                patches, part -> clock.time(() -> MergePreferences.run(connection, part)));
    }

    private List<NewFact> added(List<FactFold.Write> written) {
        return written.stream()
                .filter(w -> w.replaces() == null)
                .map(w -> new NewFact(w.fact(), entityId(w)))
                .toList();
    }

    private UUID entityId(FactFold.Write write) {
        return write.entityId() != null ? write.entityId() : entities.of(write.entity());
    }

    private static List<ChangedFact> changed(List<FactFold.Write> written) {
        return written.stream()
                .filter(w -> w.replaces() != null)
                .map(w -> new ChangedFact(w.replaces().id(), w.replaces().version(), w.fact()))
                .sorted(Comparator.comparing(ChangedFact::id))
                .toList();
    }

    private static void expect(int rows, int written) {
        if (rows != written) {
            throw new Overtaken("user_fact_relationships");
        }
    }

    private static void report(Refolded refolded, int merged) {
        var left = refolded.withheld() + refolded.patches().size() - merged;
        if (left > 0) {
            LOG.atWarn()
                    .addKeyValue("preferences", left)
                    .log(
                            "preferences not stored: the user's document is full, or another writer"
                                    + " left in it what the table's rules refuse");
        }
    }
}
