package gleaner;

import gleaner.cli.Surroundings;
import gleaner.config.Settings;
import gleaner.extract.Reader;
import gleaner.faults.TreacherousReader;

/** The command line, with a worker whose reader some messages are too much for. */
public final class TreacherousWorker {
    private TreacherousWorker() {}

    public static void main(String[] args) {
        System.exit(Gleaner.commandLine(Surroundings.ofProcess(), new Parts()).execute(args));
    }

    private static final class Parts implements WorkerParts {
        @Override
        public Reader reader(Settings settings) {
            return new TreacherousReader(WorkerParts.super.reader(settings));
        }
    }
}
