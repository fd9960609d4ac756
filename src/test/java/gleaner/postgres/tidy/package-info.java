@NullMarked
package gleaner.postgres.tidy;

import org.jspecify.annotations.NullMarked;
