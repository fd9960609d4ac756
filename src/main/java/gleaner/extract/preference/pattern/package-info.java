/**
 * Patterns over tokens: the notation of the tables, its compiler, and a matcher whose cost is
 * bounded for each token.
 */
@NullMarked
package gleaner.extract.preference.pattern;

import org.jspecify.annotations.NullMarked;
