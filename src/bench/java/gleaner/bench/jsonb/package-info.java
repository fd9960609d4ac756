/**
 * The seed's claim about {@code universal_users.preferences}, TEXT against JSONB, measured: a
 * {@link gleaner.bench.jsonb.Cell} is filled, its {@link gleaner.bench.jsonb.Side}s run each {@link
 * gleaner.bench.jsonb.Operation} in turn, and the {@link gleaner.bench.jsonb.BenchReport} says what
 * came of it.
 */
@NullMarked
package gleaner.bench.jsonb;

import org.jspecify.annotations.NullMarked;
