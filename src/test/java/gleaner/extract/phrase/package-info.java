@NullMarked
package gleaner.extract.phrase;

import org.jspecify.annotations.NullMarked;
