/**
 * How well a reader reads: labelled conversations, what counts as right, and the tables of it. Used
 * by {@code eval} and by the gate of the build, never by the worker.
 */
@NullMarked
package gleaner.eval;

import org.jspecify.annotations.NullMarked;
