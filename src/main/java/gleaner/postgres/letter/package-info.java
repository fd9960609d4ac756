/** What is kept of records that could not be applied: the record and its context, encrypted. */
@NullMarked
package gleaner.postgres.letter;

import org.jspecify.annotations.NullMarked;
