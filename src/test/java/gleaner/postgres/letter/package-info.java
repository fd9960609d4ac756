/** Encryption and form of what is kept. */
@NullMarked
package gleaner.postgres.letter;

import org.jspecify.annotations.NullMarked;
