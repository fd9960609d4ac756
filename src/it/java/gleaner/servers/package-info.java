/**
 * The servers of the integration tests: a real Kafka broker and a real PostgreSQL, wherever they
 * can be had.
 */
@NullMarked
package gleaner.servers;

import org.jspecify.annotations.NullMarked;
