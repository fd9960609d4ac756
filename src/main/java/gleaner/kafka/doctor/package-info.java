/** What the brokers are asked before the worker runs: one class a check. Changes nothing. */
@NullMarked
package gleaner.kafka.doctor;

import org.jspecify.annotations.NullMarked;
