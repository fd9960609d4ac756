package gleaner.extract.preference;

import gleaner.extract.preference.pattern.Pattern;

/**
 * A way to ask for a preference.
 *
 * @param topic what is asked for, as rules name it: {@code answer:name}
 */
record Question(String topic, Pattern pattern) {}
