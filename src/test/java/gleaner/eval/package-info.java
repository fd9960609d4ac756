@NullMarked
package gleaner.eval;

import org.jspecify.annotations.NullMarked;
