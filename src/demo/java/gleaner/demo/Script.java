package gleaner.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said, and how.
 *
 * @param expected what has to become of the records, where that is known
 * @param hurried as fast as it goes, instead of slowly enough to watch
 */
record Script(
        Path file,
        List<SampleRecord> samples,
        Optional<SampleExpectations.Records> expected,
        boolean hurried) {}
