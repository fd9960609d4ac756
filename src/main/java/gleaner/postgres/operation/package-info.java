/** What people do to the memory by command: each in a transaction of its own, with an audit row. */
@NullMarked
package gleaner.postgres.operation;

import org.jspecify.annotations.NullMarked;
