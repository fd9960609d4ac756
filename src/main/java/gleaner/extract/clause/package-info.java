/**
 * Who does what in a sentence, how surely and when: clauses, verb groups, and what must not be read
 * as the user's own.
 */
@NullMarked
package gleaner.extract.clause;

import org.jspecify.annotations.NullMarked;
