/** Gleaner: the command line, and the composition root that builds the worker. */
@NullMarked
package gleaner;

import org.jspecify.annotations.NullMarked;
