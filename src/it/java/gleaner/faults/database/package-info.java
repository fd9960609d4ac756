/**
 * A PostgreSQL that a test may stop, freeze, rewind and set up as it likes, because nobody else
 * uses it.
 */
@NullMarked
package gleaner.faults.database;

import org.jspecify.annotations.NullMarked;
