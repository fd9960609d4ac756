/** A memory made anew from the log, in a database of its own, and held against the live one. */
@NullMarked
package gleaner.postgres.rebuild;

import org.jspecify.annotations.NullMarked;
