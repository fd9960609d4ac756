package gleaner.extract.preference;

import gleaner.extract.lang.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message labelled by hand.
 *
 * @param expected findings as in the tables of {@code src/test/resources}
 * @param asked what the assistant said before; empty for nothing
 */
record Labelled(String file, int line, Set<String> expected, String asked, String text) {
    private static final String FOLDER = "/gleaner/extract/preference/";

    static List<Labelled> load(String name) {
        var file = FOLDER + name + ".tsv";
        try (var in = Labelled.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return Table.read(file, in).rows().stream().map(Labelled::of).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Labelled of(Table.Row row) {
        var expected = new TreeSet<String>();
        Arrays.stream(row.cell(0).split("; *", -1))
                .filter(e -> !e.isEmpty())
                .forEach(expected::add);
        return new Labelled(
                row.file(),
                row.line(),
                expected,
                row.cell(1),
                row.cells().get(2).replace("\\n", "\n"));
    }
}
