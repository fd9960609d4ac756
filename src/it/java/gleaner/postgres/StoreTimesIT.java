package gleaner.postgres;

import static gleaner.postgres.Utterance.by;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.PreferenceKey;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store tells of how long the database takes. */
@RealServers
class StoreTimesIT {
    private StoreUnderTest store;

    @BeforeEach
    void open(TestDatabase database) {
        store = StoreUnderTest.on(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aMergeOfPreferencesIsTimed() {
        store.write(store.learned(by("ann", 1).prefers(PreferenceKey.PREFERRED_NAME, "Annie")));

        assertThat(store.times.merges)
                .singleElement()
                .satisfies(took -> assertThat(took).isPositive());
    }

    @Test
    void whereNoPreferenceChangesThereIsNothingToTime() {
        store.write(store.learned(by("ann", 1).likes("pizza")));

        assertThat(store.times.merges).isEmpty();
    }

    @Test
    void theTimeOfAMergeIsTheServersAndNotThatOfTheStatementsBeforeIt() {
        store.sql(
                """
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN PERFORM pg_sleep(2); RETURN NEW; END $$;
                CREATE TRIGGER dawdle BEFORE INSERT ON user_fact_relationships
                    FOR EACH ROW EXECUTE FUNCTION dawdle();
                """);

        store.write(
                store.learned(
                        by("ann", 1).likes("pizza"),
                        by("ann", 2).prefers(PreferenceKey.PREFERRED_NAME, "Annie")));

        assertThat(store.times.merges)
                .singleElement()
                .satisfies(took -> assertThat(took).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void aLookUpIsTimedAsLongAsTheWorkerLives() throws InterruptedException {
        new LookUpProbe(store.pool, store.times).every(store.vertx, Duration.ofMillis(20));

        while (store.times.lookUps.size() < 2) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(store.times.lookUps).allSatisfy(took -> assertThat(took).isPositive());
    }

    @Test
    void neverIsNever() {
        new LookUpProbe(store.pool, store.times).every(store.vertx, Duration.ZERO);
        store.write(store.learned(by("ann", 1).likes("pizza")));

        assertThat(store.times.lookUps).isEmpty();
    }

    @Test
    void theLookUpGoesThroughTheIndexOfTheReaders() {
        store.sql(
                """
                INSERT INTO universal_users (universal_id, primary_username, preferences)
                SELECT n, n, jsonb_build_object('key_' || n % 9, jsonb_build_object('value', n, 'confidence', 0.5))
                  FROM generate_series(1, 20000) n;
                SELECT gin_clean_pending_list('idx_universal_users_preferences_gin');
                ANALYZE universal_users;
                """);

        assertThat(
                        store.rows(
                                "EXPLAIN SELECT count(*) FROM universal_users"
                                        + " WHERE preferences ? 'gleaner.nobody'"))
                .anyMatch(line -> line.contains("idx_universal_users_preferences_gin"));
    }
}
