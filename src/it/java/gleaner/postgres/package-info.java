/** The store against a real PostgreSQL. */
@NullMarked
package gleaner.postgres;

import org.jspecify.annotations.NullMarked;
