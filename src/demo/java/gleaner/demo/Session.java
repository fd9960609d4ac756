package gleaner.demo;

import gleaner.Worker;
import gleaner.demo.MemoryTables.Position;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** One showing: people talk, the worker listens, until all that was said has been taken in. */
final class Session {
    private static final Duration TALK = Duration.ofSeconds(7);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Without a step of the position for so long, waiting on is of no use. */
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final Ending ending;
    private final DemoServers servers;
    private final Worker worker;
    private final MemoryTables tables;
    private final Progress progress;

    Session(
            Ending ending,
            DemoServers servers,
            Worker worker,
            MemoryTables tables,
            Progress progress) {
        this.ending = ending;
        this.servers = servers;
        this.worker = worker;
        this.tables = tables;
        this.progress = progress;
    }

    /** Lets the people talk, waits until the committed positions are at the ends, and counts. */
    Accounting play(Script script) throws SQLException, ExecutionException, InterruptedException {
        var produced = talk(script);
        settle(produced);
        return new Accounting(
                produced,
                worker.counts(),
                servers.ends(),
                tables.positions(DemoServers.TOPIC),
                tables.deadLetters(DemoServers.TOPIC),
                script.expected());
    }

    private long talk(Script script) throws SQLException, InterruptedException {
        var samples = script.samples();
        var pause = script.hurried() ? Duration.ZERO : TALK.dividedBy(Math.max(1, samples.size()));
        try (var playback = new Playback(servers.kafka().bootstrapServers(), DemoServers.TOPIC)) {
            var nextLook = System.nanoTime();
            for (var sample : samples) {
                playback.send(sample);
                ending.pause(pause);
                if (System.nanoTime() - nextLook >= 0) {
                    look(playback.acknowledged());
                    nextLook = System.nanoTime() + LOOK.toNanos();
                }
            }
            playback.finish();
            return playback.acknowledged();
        }
    }

    private void settle(long produced)
            throws SQLException, ExecutionException, InterruptedException {
        var end = servers.ends().values().stream().mapToLong(Long::longValue).sum();
        var committed = committed();
        var lastStep = System.nanoTime();
        while (committed < end && System.nanoTime() - lastStep < STANDSTILL.toNanos()) {
            look(produced);
            ending.pause(LOOK);
            var now = committed();
            if (now > committed) {
                committed = now;
                lastStep = System.nanoTime();
            }
        }
        progress.done(produced, worker.counts(), tables.progress());
    }

    private void look(long sent) throws SQLException {
        progress.show(sent, worker.counts(), tables.progress());
    }

    private long committed() throws SQLException {
        return tables.positions(DemoServers.TOPIC).stream().mapToLong(Position::nextOffset).sum();
    }
}
