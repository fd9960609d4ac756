/** The embedded reader: from a turn and its context to observations. Pure and deterministic. */
@NullMarked
package gleaner.extract;

import org.jspecify.annotations.NullMarked;
