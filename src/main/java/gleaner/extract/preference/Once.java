package gleaner.extract.preference;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for a value at most once, and only when it is needed. Not shared by threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        var known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
