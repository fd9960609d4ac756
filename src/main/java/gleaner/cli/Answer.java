package gleaner.cli;

import org.jspecify.annotations.Nullable;

/**
 * What {@code extract} prints for one line of input.
 *
 * @param output for standard output, with its line end; empty where there is nothing to print
 * @param learned how many things the line teaches
 * @param complaint why the line could not be read, or null
 */
record Answer(String output, int learned, @Nullable String complaint) {}
