package gleaner.extract.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.extract.text.Tag;
import org.junit.jupiter.api.Test;

class LanguagePackTest {

    @Test
    void everyTableOfThePackLoads() {
        assertThat(EmbeddedReader.load(new ReadingLimits(50, 240, true))).isNotNull();
    }

    @Test
    void remarksAndEmptyLinesAreNoRows() {
        var table = Table.parse("words.tsv", "# remark\n\na\tb c\n");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().getFirst().line()).isEqualTo(3);
        assertThat(table.rows().getFirst().words(1)).containsExactly("b", "c");
    }

    @Test
    void aDashAndAnAbsentCellAreEmpty() {
        var row = Table.parse("words.tsv", "a\t-").rows().getFirst();
        assertThat(row.cell(1)).isEmpty();
        assertThat(row.cell(7)).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedWithFileLineAndWhatIsAllowed() {
        var row = Table.parse("tags.tsv", "\n\nXX\ta").rows().getFirst();
        assertThatThrownBy(() -> row.constant(Tag.class, 0))
                .hasMessageStartingWith("tags.tsv line 3: unknown Tag \"XX\"; allowed are [NN,");
    }

    @Test
    void aShareLiesBetweenNoughtAndOne() {
        var row = Table.parse("frames.tsv", "1.2\tmuch").rows().getFirst();
        assertThatThrownBy(() -> row.share(0))
                .hasMessage("frames.tsv line 1: column 1 is 1.2; allowed is 0 to 1");
        assertThatThrownBy(() -> row.share(1))
                .hasMessage("frames.tsv line 1: column 2 is no number");
    }
}
