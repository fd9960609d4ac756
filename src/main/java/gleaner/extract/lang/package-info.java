/** The tables of a language pack, checked while they are loaded. */
@NullMarked
package gleaner.extract.lang;

import org.jspecify.annotations.NullMarked;
