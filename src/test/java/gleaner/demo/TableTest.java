package gleaner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.demo.Table.Column;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE =
            new Table(
                    List.of(
                            new Column(8, 1, UnaryOperator.identity()),
                            new Column(10, 2, UnaryOperator.identity()),
                            new Column(5, 1, UnaryOperator.identity())));

    @Test
    void aCellTakesTheLinesThatItNeeds() {
        assertThat(TABLE.lines(List.of(List.of("lives_in", "I live in Porto", "ada-1"))))
                .containsExactly("lives_in  I live in   ada-1", "          Porto");
    }

    @Test
    void aCellThatNeedsMoreThanItMayHaveIsCut() {
        assertThat(TABLE.lines(List.of(List.of("communication_style", "a b", "1"))))
                .containsExactly("communi…  a b         1");
    }

    @Test
    void rowsShownApartStandUnderEachOther() {
        assertThat(TABLE.lines(List.of(List.of("age", "34", "m1"))))
                .containsExactly("age       34          m1");
        assertThat(TABLE.lines(List.of(List.of("lives_in", "Porto", "m2"))))
                .containsExactly("lives_in  Porto       m2");
    }

    @Test
    void coloursTakeNoRoom() {
        var coloured =
                new Table(
                        List.of(
                                new Column(8, 1, text -> "\033[1m" + text + "\033[0m"),
                                new Column(10, 1, UnaryOperator.identity())));
        assertThat(coloured.lines(List.of(List.of("age", "34"))))
                .containsExactly("\033[1mage\033[0m       34");
    }

    @Test
    void theRoomThatIsLeftIsWhatTheOthersAndTheGapsDoNotTake() {
        assertThat(Table.roomBeside(100, 20, 30)).isEqualTo(46);
    }
}
