package gleaner.postgres;

import gleaner.cycle.ConversationKey;
import gleaner.cycle.MessageKey;
import gleaner.memory.Slot;
import gleaner.postgres.statement.DeleteRevisedObservations;
import gleaner.postgres.statement.DropOrphanedNames;
import gleaner.postgres.statement.DropPayloads;
import gleaner.postgres.statement.ForgetConversations;
import gleaner.postgres.statement.ForgetUsers;
import gleaner.postgres.statement.InsertUsers;
import gleaner.postgres.statement.SelectSlots;
import gleaner.postgres.statement.TakenBack;
import gleaner.postgres.statement.UpsertRevisions;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a batch takes back: users and conversations that are forgotten, messages that are edited or
 * deleted. One for each transaction.
 */
final class TakingBack {
    private final SqlConnection connection;
    private final ReducedBatch batch;
    private final Set<Slot> touched = new HashSet<>();
    private final Set<String> names = new TreeSet<>();

    TakingBack(SqlConnection connection, ReducedBatch batch) {
        this.connection = connection;
        this.batch = batch;
    }

    /** The statements, sent ahead of their answers; the users are locked. */
    List<Future<?>> send() {
        var steps = new ArrayList<Future<?>>();
        if (!batch.forgotten().isEmpty()) {
            steps.addAll(forgetUsers());
        }
        if (!batch.forgottenConversations().isEmpty()) {
            steps.addAll(forgetConversations());
        }
        if (!batch.revisions().isEmpty()) {
            steps.addAll(revise());
        }
        return steps;
    }

    /** Slots that statements were taken from, or other writers' rows; to be folded anew. */
    Set<Slot> touched() {
        return touched;
    }

    /** Whether entities may go that anybody remembers. */
    boolean mayDropNames() {
        return !names.isEmpty() || !batch.forgotten().isEmpty();
    }

    /** Drops names that nobody refers to any more; the beliefs have been folded anew. */
    Future<?> dropNames() {
        return names.isEmpty()
                ? Future.succeededFuture()
                : DropOrphanedNames.run(connection, names);
    }

    /**
     * Forgotten users lose their row; those of whom the batch has something later get a new one.
     * What they said later, in earlier batches, is folded anew without the rest.
     */
    private List<Future<?>> forgetUsers() {
        return List.of(
                ForgetUsers.run(connection, batch.forgotten()),
                InsertUsers.run(connection, batch.users().values()),
                refoldAll(batch.forgotten().keySet()));
    }

    /** All slots of the user, because another writer's row that goes may have overruled any. */
    private List<Future<?>> forgetConversations() {
        var users =
                batch.forgottenConversations().keySet().stream()
                        .map(ConversationKey::userId)
                        .distinct()
                        .toList();
        return List.of(
                ForgetConversations.run(connection, batch.forgottenConversations()).map(this::note),
                refoldAll(users));
    }

    private List<Future<?>> revise() {
        var users = batch.revisions().keySet().stream().map(MessageKey::userId).distinct().toList();
        return List.of(
                UpsertRevisions.run(connection, batch.revisions()),
                DeleteRevisedObservations.run(connection, batch.revisions()).map(this::note),
                DropPayloads.of(connection, users));
    }

    private Future<?> refoldAll(Collection<String> users) {
        return SelectSlots.of(connection, users).map(touched::addAll);
    }

    private TakenBack note(TakenBack gone) {
        touched.addAll(gone.slots());
        names.addAll(gone.names());
        return gone;
    }
}
