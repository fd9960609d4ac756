/** Measures what is claimed; compiled with the tests, and never in the jar. */
@NullMarked
package gleaner.bench;

import org.jspecify.annotations.NullMarked;
