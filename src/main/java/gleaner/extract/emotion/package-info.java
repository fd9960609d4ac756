/** The feeling that a sentence shows. */
@NullMarked
package gleaner.extract.emotion;

import org.jspecify.annotations.NullMarked;
