package gleaner.cli;

import gleaner.cli.WorkerStart.RunningWorker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * The run command in a process of its own, around a worker that is none. Tells each step on
 * standard output; arguments say what goes wrong.
 */
final class StubbedRun {
    private StubbedRun() {}

    static void main(String[] args) {
        var wrong = Arrays.asList(args);
        var run =
                new RunCommand(
                        Surroundings.ofProcess(),
                        _ -> migrate(wrong),
                        _ -> start(wrong),
                        Signals::atFirst);
        System.exit(new CommandLine(run).execute());
    }

    private static void migrate(List<String> wrong) {
        say("migrating");
        if (wrong.contains("migration-hangs")) {
            hang();
        }
        if (wrong.contains("migration-fails")) {
            throw new IllegalStateException("as asked");
        }
        if (wrong.contains("migration-breaks")) {
            throw new LinkageError("as asked");
        }
    }

    private static Future<RunningWorker> start(List<String> wrong) {
        say("starting");
        return wrong.contains("start-fails")
                ? Future.failedFuture(new java.net.BindException("port taken"))
                : Future.succeededFuture(new Worker(wrong));
    }

    private record Worker(List<String> wrong) implements RunningWorker {
        @Override
        public Future<String> beyondRepair() {
            say("watched");
            return wrong.contains("breaks")
                    ? Future.succeededFuture("a right is missing")
                    : Promise.<String>promise().future();
        }

        @Override
        public Future<Void> stop() {
            say("stopping");
            return wrong.contains("stop-hangs")
                    ? Promise.<Void>promise().future()
                    : Future.succeededFuture();
        }
    }

    private static void hang() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String step) {
        System.out.println(step);
    }
}
