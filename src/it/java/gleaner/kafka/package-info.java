/** The source on a real broker. */
@NullMarked
package gleaner.kafka;

import org.jspecify.annotations.NullMarked;
