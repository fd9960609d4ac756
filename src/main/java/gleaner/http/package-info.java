/** What an operator sees: health and metrics. */
@NullMarked
package gleaner.http;

import org.jspecify.annotations.NullMarked;
