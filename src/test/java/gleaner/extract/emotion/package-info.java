@NullMarked
package gleaner.extract.emotion;

import org.jspecify.annotations.NullMarked;
