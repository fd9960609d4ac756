/**
 * The sentence of the worker: poll, decode, extract, reduce, write, commit; and the ports it needs.
 */
@NullMarked
package gleaner.cycle;

import org.jspecify.annotations.NullMarked;
