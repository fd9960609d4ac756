package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.lang.Table;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages in many voices, labelled before the rules were tried on them. Traps must give nothing;
 * of the rest so many facts must be read, and so few besides.
 */
class NaturalMessagesTest {
    private static final double LEAST_F1 = 0.95;

    static List<String> traps() throws IOException {
        return rows("traps.tsv").stream().map(row -> row.cell(0)).toList();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void nothingIsReadWhereNothingIsStated(String trap) {
        assertThat(Facts.in(trap)).isEmpty();
    }

    @Test
    void theTrapsAreMany() throws IOException {
        assertThat(traps()).hasSizeGreaterThan(90);
    }

    @Test
    void mostOfWhatPeopleStateIsReadAndLittleElse() throws IOException {
        int right = 0;
        int labelled = 0;
        int read = 0;
        var wrong = new TreeSet<String>();
        for (var row : rows("natural.tsv")) {
            var must = new HashSet<String>();
            var may = new HashSet<String>();
            for (var fact : row.cell(1).toLowerCase(Locale.ROOT).split("; ", -1)) {
                (fact.startsWith("?") ? may : must).add(fact.replace("?", ""));
            }
            var found = Facts.in(row.cell(0));
            if (!found.containsAll(must)) {
                wrong.add(row.cell(0) + " -> " + found);
            }
            right += (int) must.stream().filter(found::contains).count();
            labelled += must.size();
            read += (int) found.stream().filter(fact -> !may.contains(fact)).count();
        }
        double f1 = 2.0 * right / (labelled + read);
        assertThat(f1).as("F1; not read as labelled: %s", wrong).isGreaterThanOrEqualTo(LEAST_F1);
    }

    /** A row of a table that is broken, shadowed or too greedy shows here. */
    @Test
    void everyWordingIsReadAndNothingElse() throws IOException {
        var wrong = new TreeSet<String>();
        for (var row : rows("wordings.tsv")) {
            var labelled = Set.of(row.cell(1).toLowerCase(Locale.ROOT).split("; ", -1));
            var found = Facts.in(row.cell(0));
            if (!found.equals(labelled)) {
                wrong.add(row.cell(0) + " -> " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aMessageReadsTheSameEveryTime() throws IOException {
        for (var row : rows("natural.tsv")) {
            Set<String> first = Facts.in(row.cell(0));
            assertThat(Facts.in(row.cell(0))).isEqualTo(first);
        }
    }

    private static List<Table.Row> rows(String file) throws IOException {
        var name = "facts/" + file;
        try (var in = NaturalMessagesTest.class.getResourceAsStream(name)) {
            return Table.read(name, Objects.requireNonNull(in, name)).rows();
        }
    }
}
