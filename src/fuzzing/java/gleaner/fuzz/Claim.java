package gleaner.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fuzz target claims of every input. An input that proves it wrong is a finding. */
public final class Claim {
    private Claim() {}

    /**
     * @param what is claimed, and what was seen instead
     */
    public static void that(boolean holds, @Nullable Object... what) {
        if (!holds) {
            throw new AssertionError(
                    "not so: "
                            + Arrays.stream(what)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" ")));
        }
    }

    public static void equal(@Nullable Object one, @Nullable Object other, String what) {
        that(Objects.equals(one, other), what, one, "and", other);
    }

    /** The same each time; gives it back. */
    public static <T> T repeats(Supplier<T> reading) {
        var once = reading.get();
        equal(once, reading.get(), "the same each time");
        return once;
    }

    /** As {@link FuzzedDataProvider#pickValue}, which gives null where there is no input left. */
    public static String oneOf(FuzzedDataProvider data, String... values) {
        return values[data.consumeInt(0, values.length - 1)];
    }
}
