package gleaner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.demo.SampleExpectations;
import gleaner.postgres.migration.Migrations;
import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import gleaner.servers.TestSettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The main job, end to end: what eight people said, with everything that goes wrong, becomes what
 * is known of them.
 */
@RealServers
final class SampleConversationsIT {

    @Test
    void everyoneIsKnownAndEveryRecordAccountedFor(TestLog log, TestDatabase database)
            throws Exception {
        var expected = SampleExpectations.read(Samples.EXPECTED);
        var topic = log.topic(4);
        var records = Samples.records();
        log.produce(topic, records);
        var settings = TestSettings.on(log, topic, database).settings();
        Migrations.run(settings.postgres());

        var worker = Worker.start(settings).await(60, SECONDS);
        new Progress(log, topic, database).untilEnd();
        worker.stop().await(40, SECONDS);

        var counts = worker.counts();
        assertThat(counts.polled()).isEqualTo(records.size());
        assertThat(counts.polled())
                .isEqualTo(counts.accepted() + counts.ignored() + counts.rejected());
        assertThat(counts.applied()).isEqualTo(counts.polled());
        var outcomes = expected.records();
        assertThat(counts.accepted()).isEqualTo(outcomes.acceptedInAll());
        assertThat(counts.ignored()).isEqualTo(outcomes.ignoredInAll());
        assertThat(counts.rejected()).isEqualTo(outcomes.rejectedInAll());
        assertThat(deadLetters(database)).isEqualTo(outcomes.rejectedInAll());
        var known = KnownUser.all(database);
        assertThat(ExpectedMemory.differences(expected, known)).isEmpty();
        assertThat(known.keySet()).isEqualTo(remembered(expected));
    }

    private static Set<String> remembered(SampleExpectations expected) {
        var users = new TreeSet<String>();
        expected.users()
                .forEach((name, user) -> {
                    if (!user.forgotten()) {
                        users.add(name);
                    }
                });
        return users;
    }

    private static long deadLetters(TestDatabase database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM gleaner.dead_letter")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
