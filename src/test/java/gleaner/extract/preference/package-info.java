@NullMarked
package gleaner.extract.preference;

import org.jspecify.annotations.NullMarked;
