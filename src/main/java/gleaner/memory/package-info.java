/**
 * The domain: what was observed, and what is believed because of it. Plain Java, no I/O, no clock.
 */
@NullMarked
package gleaner.memory;

import org.jspecify.annotations.NullMarked;
