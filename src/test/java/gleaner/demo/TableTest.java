package gleaner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.demo.Table.Column;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column(8, UnaryOperator.identity()),
                    new Column(0, UnaryOperator.identity()),
                    new Column(5, UnaryOperator.identity()));

    @Test
    void theWrappingColumnTakesTheRoomThatIsLeft() {
        var rows = List.of(List.of("lives_in", "I live in Porto now", "ada-1"));
        assertThat(Table.fitting(COLUMNS, rows, 28).lines(rows))
                .containsExactly("lives_in  I live in    ada-1", "          Porto now");
    }

    @Test
    void rowsShownApartStandUnderEachOther() {
        var first = List.of("age", "34", "m1");
        var second = List.of("lives_in", "Porto", "m2");
        var table = Table.fitting(COLUMNS, List.of(first, second), 80);
        assertThat(table.lines(List.of(first))).containsExactly("age       34     m1");
        assertThat(table.lines(List.of(second))).containsExactly("lives_in  Porto  m2");
    }

    @Test
    void coloursTakeNoRoom() {
        var columns =
                List.of(
                        new Column(8, text -> "\033[1m" + text + "\033[0m"),
                        new Column(0, UnaryOperator.identity()));
        var rows = List.of(List.of("age", "34"), List.of("lives_in", "Porto"));
        assertThat(Table.fitting(columns, rows, 80).lines(rows).getFirst())
                .isEqualTo("\033[1mage\033[0m       34");
    }
}
