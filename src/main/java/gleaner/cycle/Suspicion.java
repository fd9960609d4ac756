package gleaner.cycle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of processes that died while they worked on a partition.
 *
 * @param deaths how many owners in a row died without progress
 * @param suspect offset of the record that was tried alone when the last of them died, or null
 * @param fatal offsets, close before the position, of records that were given up as deadly
 */
public record Suspicion(int deaths, @Nullable Long suspect, Set<Long> fatal) {
    /** From so many deaths on, records are tried one by one. */
    public static final int CAREFUL = 2;

    /**
     * After so many deaths, the last two of them alone with one record, that record is given up.
     */
    public static final int CONDEMNED = 4;

    /** Nobody died. */
    public static final Suspicion NONE = new Suspicion(0, null, Set.of());

    public Suspicion {
        fatal = Set.copyOf(fatal);
    }

    boolean isCareful() {
        return deaths >= CAREFUL;
    }

    /** Whether nobody may touch the record at this offset any more. */
    boolean isDeadly(long offset) {
        return fatal.contains(offset)
                || (deaths >= CONDEMNED && suspect != null && suspect == offset);
    }
}
