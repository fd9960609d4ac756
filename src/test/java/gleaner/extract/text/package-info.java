@NullMarked
package gleaner.extract.text;

import org.jspecify.annotations.NullMarked;
