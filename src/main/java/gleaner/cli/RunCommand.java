package gleaner.cli;

import gleaner.cli.WorkerStart.RunningWorker;
import gleaner.config.Settings;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the worker until somebody asks it to end, or it cannot go on. */
@Command(
        name = "run",
        description =
                "Runs the worker: migrates the database, then reads events until told to end.",
        footer = {
            "",
            "SIGTERM or SIGINT: takes up nothing more, ends what is in flight within"
                    + " shutdown.drain,",
            "and exits with 0. A second one halts at once, which is safe: progress is committed",
            "together with the data.",
            "Exits with 2 when something is wrong that waiting cannot mend, such as a wrong"
                    + " password or",
            "a missing right."
        })
public final class RunCommand implements Callable<Integer> {
    /** What closing may take beyond the drain time. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final Consumer<Settings.Postgres> migrations;
    private final WorkerStart workerStart;
    private final Consumer<Runnable> atFirstSignal;

    @Mixin private SettingsOption settingsOption = new SettingsOption();

    /**
     * Takes what it drives.
     *
     * @param migrations blocks until the database is migrated, and throws where it cannot be
     * @param atFirstSignal calls back when the process is asked to end
     */
    public RunCommand(
            Surroundings surroundings,
            Consumer<Settings.Postgres> migrations,
            WorkerStart workerStart,
            Consumer<Runnable> atFirstSignal) {
        this.surroundings = surroundings;
        this.migrations = migrations;
        this.workerStart = workerStart;
        this.atFirstSignal = atFirstSignal;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::run).orElse(Exit.USAGE);
    }

    private int run(Settings settings) {
        var end = new CompletableFuture<Integer>();
        atFirstSignal.accept(() -> end.complete(Exit.OK));
        var starting = Promise.<RunningWorker>promise();
        starting.future()
                .onSuccess(worker -> watch(worker, end))
                .onFailure(failure -> {
                    tell("the worker could not start", failure);
                    end.complete(KnownFailure.exitCode(failure));
                });
        Thread.ofPlatform().daemon().name("start").start(() -> start(settings, starting));
        var code = end.join();
        // A start that is still under way is left behind: it has taken up nothing yet.
        return starting.future().succeeded()
                ? stop(starting.future().result(), settings.shutdown().drain(), code)
                : code;
    }

    private void start(Settings settings, Promise<RunningWorker> starting) {
        try {
            migrations.accept(settings.postgres());
            workerStart.start(settings).onSuccess(starting::complete).onFailure(starting::fail);
        } catch (RuntimeException | Error refused) {
            // An Error too, such as a class that cannot be loaded: or the process would neither
            // work nor end.
            starting.fail(refused);
        }
    }

    private static void watch(RunningWorker worker, CompletableFuture<Integer> end) {
        log().info("the worker is at work");
        worker.beyondRepair()
                .onSuccess(what -> {
                    log().atError().addKeyValue("what", what).log("beyond repair");
                    end.complete(Exit.USAGE);
                });
    }

    private static int stop(RunningWorker worker, Duration drain, int code) {
        log().info("the worker is ending");
        var limit = drain.plus(CLOSING);
        try {
            worker.stop()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            log().info("the worker has ended");
            return code;
        } catch (TimeoutException late) {
            log().atError().addKeyValue("limit", limit).log("the worker did not end in time");
        } catch (ExecutionException failed) {
            tell(
                    "the worker did not end in order",
                    Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return code == Exit.OK ? Exit.FAILED : code;
    }

    private static void tell(String what, Throwable failure) {
        if (KnownFailure.is(failure)) {
            log().atError().addKeyValue("reason", failure.getMessage()).log(what);
        } else {
            log().error(what, failure);
        }
    }

    /** Asked for late: the first logger fixes how all of them write. */
    private static Logger log() {
        return LoggerFactory.getLogger(RunCommand.class);
    }
}
