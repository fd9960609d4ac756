package gleaner.event;

import java.util.function.Function;

/** A step of decoding: what was read, or what became of the record because it could not be. */
sealed interface Read<T> {

    record Of<T>(T value) implements Read<T> {}

    record Stopped<T>(Decoded outcome) implements Read<T> {}

    default <R> Read<R> then(Function<T, Read<R>> next) {
        return switch (this) {
            case Of<T>(var value) -> next.apply(value);
            case Stopped<T>(var outcome) -> new Stopped<>(outcome);
        };
    }
}
