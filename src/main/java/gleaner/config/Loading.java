package gleaner.config;

import java.util.List;

/** What came of reading the settings. */
public sealed interface Loading {

    record Loaded(Settings settings) implements Loading {}

    /** All that is wrong, at once. */
    record Refused(List<Problem> problems) implements Loading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
