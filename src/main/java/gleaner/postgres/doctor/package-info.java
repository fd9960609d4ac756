/** What a database is looked at for before the worker runs on it: one class a check. Reads only. */
@NullMarked
package gleaner.postgres.doctor;

import org.jspecify.annotations.NullMarked;
