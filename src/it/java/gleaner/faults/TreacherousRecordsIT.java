package gleaner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.servers.RealServers;
import gleaner.servers.TestDatabase;
import gleaner.servers.TestLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that the reader fails on, in ways from an exception to the death of the process. */
@RealServers
final class TreacherousRecordsIT {
    /**
     * Up to three in which batches before the record are still applied, two before anybody is
     * careful, two with the record alone.
     */
    private static final int DEATHS_AT_MOST = 7;

    @Test
    void aReaderThatThrowsCostsItsRecordAndNothingElse(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var events = Size.of(600, 20_000);
        try (var trial = Trial.of("throwing reader", 3, log, database, folder).treacherous()) {
            trial.produce(
                    with(
                            trial,
                            events,
                            List.of(
                                    TreacherousReader.THROW,
                                    TreacherousReader.OVERFLOW,
                                    TreacherousReader.THROW)));
            var worker = trial.workers().start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(3);
            assertThat(worker.output()).doesNotContain(TreacherousReader.THROW);
        }
    }

    @Test
    void anErrorThatTheReaderLetsThroughCostsItsRecordAndNothingElse(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        try (var trial =
                Trial.of("reader throws an Error", 2, log, database, folder).treacherous()) {
            trial.produce(with(trial, Size.of(200, 5_000), List.of(TreacherousReader.ERROR)));
            var worker = trial.workers().start();
            trial.untilAllApplied();
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(1);
        }
    }

    @Test
    void aRecordThatKillsTheProcessIsGivenUpAfterAFewDeathsAndNothingElseIs(
            TestLog log, TestDatabase database, @TempDir Path folder) throws Exception {
        var records = Size.of(1, 5);
        var events = Size.of(400, 20_000);
        try (var trial =
                Trial.of("a record that kills the JVM", 2, log, database, folder).treacherous()) {
            trial.produce(
                    with(
                            trial,
                            events,
                            java.util.Collections.nCopies(records, TreacherousReader.DIE)));
            trial.workers().set("kafka.properties.group.instance.id", "phoenix");
            var deaths = 0;
            var worker = trial.workers().start();
            while (!trial.isAllApplied()) {
                if (!worker.isAlive()) {
                    trial.harmed();
                    deaths++;
                    assertThat(deaths)
                            .as(worker.lastWords())
                            .isLessThanOrEqualTo(DEATHS_AT_MOST * records);
                    worker = trial.workers().start();
                }
                Thread.sleep(50);
            }
            assertThat(worker.terminate()).as(worker.lastWords()).isZero();
            trial.verify(deaths);
        }
    }

    /** Events of a workload, these among them, wherever the seed wants them. */
    private static List<WorkloadEvent> with(Trial trial, int count, List<String> texts) {
        var workload = trial.workload(Mix.EVERYTHING);
        var random = trial.seed().random("places");
        var events = new ArrayList<WorkloadEvent>();
        for (var text : texts) {
            events.addAll(workload.next(random.nextInt(1, 2 * count / (texts.size() + 1))));
            events.add(workload.saying(text));
        }
        events.addAll(workload.next(Math.max(1, count - events.size())));
        return events;
    }
}
