package gleaner.config;

/**
 * A setting as somebody gave it.
 *
 * @param name of the setting, if there is one of that name
 * @param raw the value, not yet read
 * @param origin where it stands: a variable, or a file and its line
 */
record Given(String name, Kind.Raw raw, String origin) {}
