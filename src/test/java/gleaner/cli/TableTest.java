package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void everyColumnIsAsWideAsItsWidestCell() {
        assertThat(new Table("a", "bb", "c").row("1", "2", "3").row("11", "", "33").lines())
                .containsExactly("a   bb  c", "1   2   3", "11      33");
    }

    @Test
    void aRowHasACellForEveryHeading() {
        assertThatThrownBy(() -> new Table("a", "b").row("1")).hasMessage("1 cells under 2");
    }
}
