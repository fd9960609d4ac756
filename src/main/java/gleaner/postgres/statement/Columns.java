package gleaner.postgres.statement;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns, as {@code unnest($1::text[], ...)} takes them: one statement for any
 * number of rows. (Measured against {@code executeBatch}: 1.7 times as many rows a second.)
 *
 * @param <T> a row
 */
@SuppressWarnings("NullAway") // PostgreSQL's arrays have room for null, the type of Java's has not
final class Columns<T> {
    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    /** Text as PostgreSQL takes it: see {@link StorableText}. */
    Columns<T> text(Function<? super T, @Nullable String> column) {
        tuple.addArrayOfString(
                rows.stream()
                        .map(row -> StorableText.orNull(column.apply(row)))
                        .toArray(String[]::new));
        return this;
    }

    Columns<T> uuid(Function<? super T, @Nullable UUID> column) {
        tuple.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    /** Times, to the microsecond, which is as fine as PostgreSQL has them. */
    Columns<T> instant(Function<? super T, @Nullable Instant> column) {
        tuple.addArrayOfOffsetDateTime(
                rows.stream().map(row -> utc(column.apply(row))).toArray(OffsetDateTime[]::new));
        return this;
    }

    Columns<T> bytes(Function<? super T, byte @Nullable []> column) {
        tuple.addArrayOfBuffer(
                rows.stream().map(row -> buffer(column.apply(row))).toArray(Buffer[]::new));
        return this;
    }

    Columns<T> number(ToDoubleFunction<? super T> column) {
        tuple.addArrayOfDouble(rows.stream().mapToDouble(column).boxed().toArray(Double[]::new));
        return this;
    }

    Columns<T> int8(ToLongFunction<? super T> column) {
        tuple.addArrayOfLong(rows.stream().mapToLong(column).boxed().toArray(Long[]::new));
        return this;
    }

    Columns<T> int4(ToIntFunction<? super T> column) {
        tuple.addArrayOfInteger(rows.stream().mapToInt(column).boxed().toArray(Integer[]::new));
        return this;
    }

    Columns<T> truth(Predicate<? super T> column) {
        tuple.addArrayOfBoolean(rows.stream().map(column::test).toArray(Boolean[]::new));
        return this;
    }

    /** These columns, and behind them those of other rows. */
    Columns<T> and(Columns<?> others) {
        for (int i = 0; i < others.tuple.size(); i++) {
            tuple.addValue(others.tuple.getValue(i));
        }
        return this;
    }

    Tuple bind() {
        return tuple;
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null
                ? null
                : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
