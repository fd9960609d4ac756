/**
 * The store: one class a statement, the transaction of a batch, the fold inside it, the migrations.
 */
@NullMarked
package gleaner.postgres;

import org.jspecify.annotations.NullMarked;
