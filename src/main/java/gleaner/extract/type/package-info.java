/**
 * What kind of thing a phrase names: from the compiled vocabulary, the gazetteers and the pack's
 * own list.
 */
@NullMarked
package gleaner.extract.type;

import org.jspecify.annotations.NullMarked;
