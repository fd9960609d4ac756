/** Every SQL statement of the store, one class each: its text, what it binds, what it gives. */
@NullMarked
package gleaner.postgres.statement;

import org.jspecify.annotations.NullMarked;
