/** The commands: one class each. */
@NullMarked
package gleaner.cli;

import org.jspecify.annotations.NullMarked;
