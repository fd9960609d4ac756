package gleaner.config;

import java.util.List;

/**
 * The settings that one place gives, and what is wrong with the place itself.
 *
 * @param given in the order in which they stand there
 */
record Layer(List<Given> given, List<Problem> problems) {
    Layer {
        given = List.copyOf(given);
        problems = List.copyOf(problems);
    }
}
