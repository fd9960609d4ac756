package gleaner.extract;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.sun.management.ThreadMXBean;
import gleaner.event.Role;
import gleaner.fuzz.Claim;
import java.lang.management.ManagementFactory;

/**
 * Any words, said over and over: reading them costs about as much each time.
 *
 * <p>The measure is CPU time of this thread, best of several, so that neither other programs nor
 * the garbage collector count; and what is held against it is three times what is due.
 */
public final class ReaderWorkFuzz {
    private static final int SHORT = 1_000;
    private static final int LONG = 16 * SHORT;
    private static final double SLACK = 3;
    private static final int ATTEMPTS = 6;

    /** Below it a measurement says nothing, and no harm is done. */
    private static final long NEGLIGIBLE_NANOS = 20_000_000;

    private static final Reader READER = EmbeddedReader.load(new ReadingLimits(50, 240, true));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReaderWorkFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var words = data.consumeRemainingAsString();
        if (words.isEmpty() || words.length() > SHORT / 4) {
            return;
        }
        var brief = words.repeat(SHORT / words.length());
        var lengthy = words.repeat(LONG / words.length());
        var due = 0L;
        var taken = 0L;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            due = best(due, nanos(brief));
            taken = best(taken, nanos(lengthy));
            if (taken < NEGLIGIBLE_NANOS
                    || taken <= SLACK * due * lengthy.length() / brief.length()) {
                return;
            }
        }
        Claim.that(
                false,
                brief.length(),
                "characters in",
                due,
                "ns, and",
                lengthy.length(),
                "in",
                taken,
                "ns");
    }

    private static long best(long before, long now) {
        return before == 0 ? now : Math.min(before, now);
    }

    private static long nanos(String text) {
        var turn = Facts.turn(Role.USER, text);
        var start = THREADS.getCurrentThreadCpuTime();
        READER.read(turn, Context.NONE);
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
