/**
 * What is found when a database and a log are looked at before the worker runs, and what follows.
 */
@NullMarked
package gleaner.doctor;

import org.jspecify.annotations.NullMarked;
