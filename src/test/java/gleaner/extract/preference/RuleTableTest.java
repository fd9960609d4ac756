package gleaner.extract.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Filling;
import gleaner.extract.preference.pattern.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mistake in a table is told at once, with its file and line. */
class RuleTableTest {
    private static final Pieces PIECES =
            Pieces.of(
                    Table.parse("pieces.tsv", "ask\t(can|could) you"),
                    Map.of(
                            "name",
                            (passage, at) -> List.of(new Filling(at + 1, passage.word(at)))));

    @Test
    void aRightRuleIsTaken() {
        assertThat(load("a\tpreferred_name={name}\t0.9\tasked\t^ [<ask>] call me {name}"))
                .hasSize(1);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertRefused("a\tshoe_size=44\t0.9\t-\tmy feet", "line 1", "shoe_size=44");
    }

    @Test
    void aValueThatItsKeyDoesNotKnowIsRefused() {
        assertRefused(
                "a\tresponse_length=tiny\t0.9\t-\tkeep it tiny",
                "line 1",
                "tiny",
                "response_length");
    }

    @Test
    void aCaptureThatThePatternDoesNotTakeIsRefused() {
        assertRefused("a\tpreferred_name={name}\t0.9\t-\tcall me", "line 1", "{name}");
    }

    @Test
    void anUnknownSlotIsRefused() {
        assertRefused(
                "a\tpreferred_name={nick}\t0.9\t-\tcall me {nick}", "line 1", "{nick}", "[name]");
    }

    @Test
    void anUnknownPieceIsRefused() {
        assertRefused("a\tresponse_length=short\t0.9\t-\t<beg> be short", "line 1", "<beg>");
    }

    @Test
    void anUnknownConditionIsRefused() {
        assertRefused(
                "a\tresponse_length=short\t0.9\tsometimes\tbe short",
                "line 1",
                "sometimes",
                "ASKED");
    }

    @Test
    void aDuplicateIdIsRefused() {
        assertRefused(
                "a\tresponse_length=short\t0.9\t-\tbe short\n"
                        + "a\tresponse_length=short\t0.9\t-\tbe brief",
                "line 2",
                "a rule a stands above already");
    }

    @Test
    void aDuplicatePatternIsRefused() {
        assertRefused(
                "a\tresponse_length=short\t0.9\t-\tbe short\n"
                        + "b\tresponse_length=long\t0.9\t-\tbe short",
                "line 2",
                "the pattern of b");
    }

    @Test
    void anOpenBracketIsRefused() {
        assertRefused("a\tresponse_length=short\t0.9\t-\tbe (short", "line 1", "closing");
    }

    @Test
    void aPatternWithoutAWordOfItsOwnIsRefused() {
        assertRefused("a\tpreferred_name={name}\t0.9\t-\t^ {name} $", "line 1", "no word");
    }

    @Test
    void aConfidenceAboveOneIsRefused() {
        assertRefused("a\tresponse_length=short\t9\t-\tbe short", "line 1", "column 3");
    }

    @Test
    void aMissingColumnIsRefused() {
        assertRefused("a\tresponse_length=short\t0.9\tbe short", "line 1", "columns");
    }

    private static void assertRefused(String table, String... told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(table))
                .withMessageContaining("rules.tsv")
                .satisfies(error -> assertThat(error.getMessage()).contains(told));
    }

    private static List<Rule> load(String table) {
        var rules = new ArrayList<Rule>();
        Pack.addRules(Table.parse("rules.tsv", table), PIECES, rules);
        return rules;
    }
}
