@NullMarked
package gleaner.extract.clause;

import org.jspecify.annotations.NullMarked;
