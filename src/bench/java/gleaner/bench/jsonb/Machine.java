package gleaner.bench.jsonb;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What it was measured on, and what else that machine did meanwhile.
 *
 * @param server version of PostgreSQL
 * @param loads averages of a minute, one for each cell
 */
record Machine(int cores, String server, List<Double> loads) {

    static Machine serving(String server) {
        return new Machine(Runtime.getRuntime().availableProcessors(), server, new ArrayList<>());
    }

    void look() {
        loads.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "PostgreSQL %s on %d cores; load of the machine while it ran: %.1f to %.1f",
                server,
                cores,
                Collections.min(loads),
                Collections.max(loads));
    }
}
