package gleaner.extract;

import java.util.List;

/** The turns of the same conversation before the one that is read, oldest first. */
public record Context(List<Turn> before) {
    public static final Context NONE = new Context(List.of());

    public Context {
        before = List.copyOf(before);
    }
}
