/** The log: records in, positions out, rebalances told. */
@NullMarked
package gleaner.kafka;

import org.jspecify.annotations.NullMarked;
