@NullMarked
package gleaner.extract.lang;

import org.jspecify.annotations.NullMarked;
