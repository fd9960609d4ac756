/**
 * From clauses and mentions to findings of facts: the tables that say which verb and noun means
 * which relation.
 */
@NullMarked
package gleaner.extract.frame;

import org.jspecify.annotations.NullMarked;
