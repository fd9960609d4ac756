/**
 * What the worker promises while everything around it fails, and the oracle that decides whether it
 * kept its word. Each test is named for its promise; {@link gleaner.faults.Trial} is where to begin
 * reading.
 */
@NullMarked
package gleaner.faults;

import org.jspecify.annotations.NullMarked;
