/**
 * A TCP relay between the worker and what it talks to, which does to the bytes what networks do,
 * and knows a COMMIT when it sees one.
 */
@NullMarked
package gleaner.faults.relay;

import org.jspecify.annotations.NullMarked;
