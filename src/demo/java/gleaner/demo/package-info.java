/** What is needed to try the worker out: sample records, and servers to run it against. */
@NullMarked
package gleaner.demo;

import org.jspecify.annotations.NullMarked;
