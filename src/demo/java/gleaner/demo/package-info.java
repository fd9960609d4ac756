/** The whole system on one machine, with real servers from packages: to try, to show, to test. */
@NullMarked
package gleaner.demo;

import org.jspecify.annotations.NullMarked;
