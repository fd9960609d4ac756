/** What statements bind. */
@NullMarked
package gleaner.postgres.statement;

import org.jspecify.annotations.NullMarked;
