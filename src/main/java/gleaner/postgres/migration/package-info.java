/**
 * Brings a database to the schema of this version and back: the migrations, the slow way for large
 * tables beside running programs, and what an operator asks of both.
 */
@NullMarked
package gleaner.postgres.migration;

import org.jspecify.annotations.NullMarked;
