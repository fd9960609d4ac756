package gleaner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void widthIsCountedInColumnsOfTheTerminal() {
        assertThat(Cells.width("Inês")).isEqualTo(4);
        assertThat(Cells.width("Ine\u0302s")).isEqualTo(4);
        assertThat(Cells.width("東京")).isEqualTo(4);
        assertThat(Cells.width("no 💀")).isEqualTo(5);
    }

    @Test
    void textCannotCommandTheTerminal() {
        assertThat(Cells.printable("a\u001b[2Jb\r\n\tc\u0000")).isEqualTo("a [2Jb c");
    }

    @Test
    void whatFitsIsLeftAloneAndWhatDoesNotIsMarked() {
        assertThat(Cells.cut("12345", 5)).isEqualTo("12345");
        assertThat(Cells.cut("123456", 5)).isEqualTo("1234…");
        assertThat(Cells.cut("one two", 5)).isEqualTo("one…");
    }

    @Test
    void linesBreakBetweenWords() {
        assertThat(Cells.wrap("I moved to Porto last week", 11, 3))
                .containsExactly("I moved to", "Porto last", "week");
        assertThat(Cells.wrap("I moved to Porto last week", 11, 2))
                .containsExactly("I moved to", "Porto last…");
        assertThat(Cells.wrap("Donaudampfschiff", 6, 3))
                .containsExactly("Donaud", "ampfsc", "hiff");
    }

    @Property
    void noLineIsWiderThanAllowedAndNoneIsTooMany(
            @ForAll String text, @ForAll @IntRange(min = 2, max = 40) int columns) {
        var lines = Cells.wrap(Cells.printable(text), columns, 3);
        assertThat(lines).hasSizeBetween(1, 3).allMatch(line -> Cells.width(line) <= columns);
    }
}
