package gleaner.cli;

import gleaner.config.Settings;
import io.vertx.core.Future;

/** Starts the worker. */
@FunctionalInterface
public interface WorkerStart {

    /** Completes when events are being taken up; fails where that cannot be. */
    Future<RunningWorker> start(Settings settings);

    /** A worker at work. */
    interface RunningWorker {

        /** Completes, with what it is, when something is wrong that waiting cannot mend. */
        Future<String> beyondRepair();

        /** Takes up nothing more, ends what is in flight within its drain time, and closes. */
        Future<Void> stop();
    }
}
