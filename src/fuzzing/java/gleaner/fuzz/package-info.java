/** What the fuzz targets share. Each target stands in the package of what it attacks. */
@NullMarked
package gleaner.fuzz;

import org.jspecify.annotations.NullMarked;
