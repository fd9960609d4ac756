/** What the slots of preference patterns take: names, languages, time zones, places, topics. */
@NullMarked
package gleaner.extract.preference.slot;

import org.jspecify.annotations.NullMarked;
