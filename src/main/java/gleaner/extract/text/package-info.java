/**
 * From a message's characters to tagged tokens: what the readers of facts and preferences start
 * from.
 */
@NullMarked
package gleaner.extract.text;

import org.jspecify.annotations.NullMarked;
