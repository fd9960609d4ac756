@NullMarked
package gleaner.extract.frame;

import org.jspecify.annotations.NullMarked;
