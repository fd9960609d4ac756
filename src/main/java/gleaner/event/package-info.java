/** From a record's bytes to a conversation event, or to the reason why it is none. */
@NullMarked
package gleaner.event;

import org.jspecify.annotations.NullMarked;
