package gleaner.postgres;

import static gleaner.postgres.StoreUnderTest.await;
import static gleaner.postgres.Utterance.by;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.Eventually;
import gleaner.config.PayloadKeys;
import gleaner.config.Secret;
import gleaner.config.Settings;
import gleaner.cycle.Claim;
import gleaner.cycle.Effect;
import gleaner.cycle.Origin;
import gleaner.cycle.PartitionAdvance;
import gleaner.cycle.StoreTimes;
import gleaner.cycle.WriteBatch;
import gleaner.cycle.WriteOutcome;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.Decoded;
import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import gleaner.postgres.letter.Keeping;
import gleaner.postgres.statement.LetterKey;
import gleaner.postgres.statement.SelectDeadLetter;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which records of dead letters are kept when what they say may have been taken back. */
@RealServers
class KeptRecordsIT {
    private static final String KEPT = "SELECT payload IS NOT NULL FROM gleaner.dead_letter";

    private StoreUnderTest store;
    private PostgresMemoryStore keeping;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
        keeping =
                new PostgresMemoryStore(
                        store.vertx,
                        store.pool,
                        database.settings(),
                        StoreUnderTest.LIMITS,
                        keeping(),
                        "test",
                        StoreTimes.untold());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatNobodyTookBackIsKept() {
        store.write(
                store.forgotten("ann", 2),
                store.conversationForgotten("ann", "c1", 2),
                store.conversationForgotten("ann", "c2", 9),
                store.deleted("ann", "m9", 9));

        writeLetter(3);

        assertThat(store.rows(KEPT)).containsExactly("t");
    }

    @Test
    void whatAForgottenUserSaidIsNot() {
        store.write(store.forgotten("ann", 3));

        writeLetter(3);

        assertThat(store.rows(KEPT)).containsExactly("f");
    }

    @Test
    void whatWasSaidInAForgottenConversationIsNot() {
        store.write(store.conversationForgotten("ann", "c1", 3));

        writeLetter(3);

        assertThat(store.rows(KEPT)).containsExactly("f");
    }

    @Test
    void whatARevisedMessageSaidIsNot() {
        store.write(store.deleted("ann", "m1", 2));

        writeLetter(3);

        assertThat(store.rows(KEPT)).containsExactly("f");
    }

    @Test
    void whatIsTakenBackWhileTheLetterIsWrittenIsNot(TestDatabase database) throws Exception {
        store.write(store.learned(by("ann", 1).lives("Oslo")));
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(other, "SELECT gleaner.forget_user('ann', '2025-01-01 05:00Z')");
            var written = beginLetter(3);
            Eventually.until(
                    () -> written.isComplete() || !store.rows(ConcurrencyIT.WAITING).isEmpty(),
                    () -> "neither written nor waiting");
            other.commit();

            assertThat(await(written)).isInstanceOf(WriteOutcome.Committed.class);
        }
        assertThat(store.rows(KEPT)).containsExactly("f");
    }

    @Test
    void whatIsKeptGoesWhenTheUserRevisesAnyMessage() {
        writeLetter(3);

        var claim = store.committed();
        var deletion = store.deleted("ann", "m7", 8);
        await(keeping.write(batch(claim, deletion, List.of())));

        assertThat(store.rows(KEPT)).containsExactly("f");
    }

    @Test
    void aLetterThatSomebodyTriesAgainIsNobodyElsesToTry(TestDatabase database) throws Exception {
        writeLetter(3);
        var key = new LetterKey(store.partition, 0);
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Db.execute(other, "SELECT FROM gleaner.dead_letter FOR UPDATE");
            var asked =
                    store.pool
                            .withTransaction(connection -> SelectDeadLetter.at(connection, key))
                            .map(found -> requireNonNull(found));
            Eventually.until(
                    () -> asked.isComplete() || !store.rows(ConcurrencyIT.WAITING).isEmpty(),
                    () -> "neither found nor waiting");
            Db.execute(other, "DELETE FROM gleaner.dead_letter");
            other.commit();

            assertThat(await(asked)).isEmpty();
        }
    }

    private void writeLetter(int hour) {
        assertThat(await(beginLetter(hour))).isInstanceOf(WriteOutcome.Committed.class);
    }

    /** A record that says something of message m1 in conversation c1 at this hour. */
    private Future<WriteOutcome> beginLetter(int hour) {
        var claim = store.committed();
        var from = claim.position();
        var time = Utterance.hour(hour);
        var event = new MessageDeleted("e", "ann", time, "c1", "m1");
        var record =
                new SourceRecord(
                        store.partition, from, "ann".getBytes(UTF_8), new byte[9], Map.of(), time);
        return keeping.write(
                batch(
                        claim,
                        store.dead(from, "why"),
                        List.of(new Origin(record, new Decoded.Accepted(event), Context.NONE))));
    }

    private static WriteBatch batch(Claim claim, Effect effect, List<Origin> origins) {
        var from = claim.position();
        return new WriteBatch(
                List.of(
                        new PartitionAdvance(
                                claim.partition(), claim.ownerEpoch(), from, from + 1)),
                List.of(effect),
                origins);
    }

    private static Keeping keeping() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        return Keeping.of(
                new Settings.DeadLetters(
                        new PayloadKeys(List.of(new PayloadKeys.Key("first", new Secret(key)))),
                        1 << 10,
                        Duration.ofDays(30)));
    }
}
