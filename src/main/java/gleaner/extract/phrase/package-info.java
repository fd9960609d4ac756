/** What a verb is about: noun phrases, activities, lists of them. */
@NullMarked
package gleaner.extract.phrase;

import org.jspecify.annotations.NullMarked;
