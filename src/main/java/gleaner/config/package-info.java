/** The settings: read from a file and the environment, checked all at once. */
@NullMarked
package gleaner.config;

import org.jspecify.annotations.NullMarked;
