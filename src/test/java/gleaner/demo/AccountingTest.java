package gleaner.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.cycle.CycleCounts;
import gleaner.demo.MemoryTables.DeadLetter;
import gleaner.demo.MemoryTables.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountingTest {
    private static final CycleCounts COUNTS = new CycleCounts(5, 3, 1, 1, 0, 5, 1);
    private static final Map<Integer, Long> ENDS = Map.of(0, 3L, 1, 2L);
    private static final List<Position> POSITIONS = List.of(new Position(0, 3), new Position(1, 2));
    private static final List<DeadLetter> LETTERS =
            List.of(new DeadLetter(0, 2, "not_json", "value is no JSON"));
    private static final SampleExpectations.Records EXPECTED =
            new SampleExpectations.Records(
                    Map.of("message.created", 3), Map.of("tombstone", 1), Map.of("not_json", 1));

    @Test
    void nothingIsAmissWhereEveryRecordIsAccountedFor() {
        assertThat(accounting(5, COUNTS, POSITIONS, LETTERS).problems()).isEmpty();
    }

    @Test
    void aRecordThatWasNeverPolledIsMissed() {
        assertThat(accounting(6, COUNTS, POSITIONS, LETTERS).problems())
                .containsExactly("polled is 5, produced 6");
    }

    @Test
    void aRecordThatBecameNothingIsMissed() {
        assertThat(
                        accounting(5, new CycleCounts(5, 3, 0, 1, 0, 5, 1), POSITIONS, LETTERS)
                                .problems())
                .anyMatch(problem -> problem.startsWith("polled is not accepted +"));
    }

    @Test
    void aPositionShortOfTheEndIsSeen() {
        var behind = List.of(new Position(0, 2), new Position(1, 2));
        assertThat(accounting(5, COUNTS, behind, LETTERS).problems())
                .containsExactly("committed position of partition 0 is 2, its end 3");
    }

    @Test
    void aPartitionThatNobodyWorkedOnIsSeen() {
        assertThat(accounting(5, COUNTS, List.of(new Position(0, 3)), LETTERS).problems())
                .containsExactly("committed position of partition 1 is 0, its end 2");
    }

    @Test
    void deadLettersOfAnotherKindThanExpectedAreSeen() {
        var other = List.of(new DeadLetter(0, 2, "not_utf8", "value is not UTF-8"));
        assertThat(accounting(5, COUNTS, POSITIONS, other).problems())
                .containsExactly(
                        "dead letters of class not_json is 0, expected 1",
                        "dead letters of class not_utf8 is 1, expected 0");
    }

    @Test
    void missingDeadLettersAreSeen() {
        assertThat(accounting(5, COUNTS, POSITIONS, List.of()).problems())
                .containsExactly(
                        "dead letters is 0, given up 1",
                        "dead letters of class not_json is 0, expected 1");
    }

    private static Accounting accounting(
            long produced, CycleCounts counts, List<Position> positions, List<DeadLetter> letters) {
        return new Accounting(produced, counts, ENDS, positions, letters, Optional.of(EXPECTED));
    }
}
