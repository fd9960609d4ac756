/** Which entities are one thing under several names. */
@NullMarked
package gleaner.postgres.tidy;

import org.jspecify.annotations.NullMarked;
