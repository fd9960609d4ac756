package gleaner.postgres.migration;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how far a migration is: at the end of a step, and every few seconds within. */
final class LoggedProgress implements ProgressListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int PERCENT = 100;

    private String step = "";
    private Duration told = Duration.ZERO;

    @Override
    public void isAt(Progress progress) {
        var isNew = !progress.step().equals(step);
        if (isNew || isDue(progress)) {
            step = progress.step();
            told = progress.elapsed();
            tell(progress);
        }
    }

    private boolean isDue(Progress progress) {
        return progress.done() >= progress.total()
                || progress.elapsed().minus(told).compareTo(EVERY) >= 0;
    }

    private static void tell(Progress progress) {
        LOG.atInfo()
                .addKeyValue("step", progress.step())
                .addKeyValue("rows", progress.done())
                .addKeyValue("of", progress.total())
                .addKeyValue("percent", Math.round(progress.share() * PERCENT))
                .addKeyValue("rows_per_second", progress.rate())
                .addKeyValue("left", progress.left())
                .log("migrating beside the running programs");
    }
}
