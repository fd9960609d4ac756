/** What a user wishes of whom they talk to: name, pronouns, language, manner, topics. */
@NullMarked
package gleaner.extract.preference;

import org.jspecify.annotations.NullMarked;
