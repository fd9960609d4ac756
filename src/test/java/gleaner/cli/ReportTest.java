package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void peopleGetLinesOfEqualColumns() {
        var report = new Report("name", "log_end", "why");
        report.row("a", 5L, null);
        report.row("longer", 12_000_000L, "because");

        assertThat(report.lines())
                .containsExactly(
                        "name    log end   why",
                        "a       5         -",
                        "longer  12000000  because");
    }

    @Test
    void aRowIsAnObjectWithNullWhereThereIsNothing() {
        var report = new Report("name", "at", "count", "known");
        report.row("a", Instant.EPOCH, 5L, true);
        report.row(null, null, null, false);

        assertThat(report.json().encode())
                .isEqualTo(
                        """
                        [{"name":"a","at":"1970-01-01T00:00:00Z","count":5,"known":true},\
                        {"name":null,"at":null,"count":null,"known":false}]\
                        """);
    }

    @Test
    void aTableOfNothingIsItsHead() {
        assertThat(new Report("a", "b").lines()).containsExactly("a  b");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> new Report("a", "b").row("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for columns [a, b]");
    }
}
