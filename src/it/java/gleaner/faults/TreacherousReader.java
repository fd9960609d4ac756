package gleaner.faults;

import gleaner.event.SourceRecord;
import gleaner.extract.Context;
import gleaner.extract.Extraction;
import gleaner.extract.Reader;
import gleaner.extract.Turn;
import java.nio.charset.StandardCharsets;

/** A reader that some messages are too much for, as their words say. */
public final class TreacherousReader implements Reader {
    /** It throws an exception. */
    public static final String THROW = "please throw an exception";

    /** Its stack overflows. */
    public static final String OVERFLOW = "please recurse for ever";

    /** It throws what no reader should: an {@link Error}. */
    public static final String ERROR = "please throw an error";

    /** The process ends on the spot, as by a crash of the JVM or a kill for its memory. */
    public static final String DIE = "please drop dead";

    private final Reader reader;

    public TreacherousReader(Reader reader) {
        this.reader = reader;
    }

    /** Whether no process survives this record, or goes on behind it. */
    static boolean isDeadly(SourceRecord record) {
        var value = record.value();
        var text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        return text.contains(DIE) || text.contains(ERROR);
    }

    @Override
    public Extraction read(Turn turn, Context context) {
        switch (turn.text()) {
            case THROW -> throw new IllegalStateException("as told: " + turn.text());
            case OVERFLOW -> overflow(0);
            case ERROR -> throw new LinkageError("as told: " + turn.text());
            case DIE -> Runtime.getRuntime().halt(1);
            default -> {}
        }
        return reader.read(turn, context);
    }

    private static int overflow(int depth) {
        return depth < 0 ? 0 : 1 + overflow(depth + 1);
    }
}
