package gleaner.bench.jsonb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private static final Cell CELL = new Cell(10_000, Documents.KB_1);
    private static final Map<Side, Explained> PLANS =
            Map.of(
                    Side.TEXT_BARE,
                    new Explained("Seq Scan", false, 1_450),
                    Side.JSONB,
                    new Explained("Bitmap Heap Scan", true, 12));

    @Test
    void whereTheClaimHoldsItStandsInBold() {
        assertThat(report(lookUp(Access.GIN, 20, 0.5)))
                .contains(
                        "| `?`, a key that 1 in 1,000 has | GIN jsonb_ops | **40.0× · 0.50 ms** |");
    }

    @Test
    void whereItDoesNotItIsPlain() {
        assertThat(report(lookUp(Access.NONE, 20, 4)))
                .contains("| `?`, a key that 1 in 1,000 has | no index | 5.00× · 4.00 ms |");
    }

    @Test
    void lookUpsAreCountedByWhetherTheyGoThroughAnIndex() {
        assertThat(report(lookUp(Access.GIN, 20, 0.5), lookUp(Access.NONE, 20, 4)))
                .contains(
                        "| look-ups by what is in the document, through an index | 1 | 1 | 0 | 0 |"
                                + " 0 | 0 |",
                        "| look-ups by what is in the document, without an index | 1 | 0 | 0 | 0 |"
                                + " 0 | 1 |",
                        "| merges, whatever the index | 0 | 0 | 0 | 0 | 0 | 0 |");
    }

    @Test
    void aCellTellsTimesRatiosPagesAndPlan() {
        assertThat(report(lookUp(Access.GIN, 20, 0.5)))
                .contains(
                        "### 10,000 × 1 kB",
                        "| GIN jsonb_ops | 1 | 20.0 ms | – | 0.50 ms | 40.0 [40.0–40.0] | – | 1,450"
                                + " | 12 | Bitmap Heap Scan |");
    }

    @Test
    void anIndexThatDoesNotServeIsNamed() {
        var unserved =
                new Measured(
                        CELL,
                        Access.PATH_OPS,
                        Operation.RARE_KEY,
                        Optional.empty(),
                        Map.of(),
                        Map.of());

        assertThat(report(unserved))
                .contains("GIN jsonb_path_ops is not used for: `?`, a key that 1 in 1,000 has.")
                .doesNotContain("| `?`, a key that 1 in 1,000 has | GIN jsonb_path_ops");
    }

    @Test
    void mergesTellWhatTheyWroteAndHowLargeTheIndexGrew() {
        var written =
                Map.of(Side.TEXT_BARE, new Written(1_350, 0.5), Side.JSONB, new Written(12_400, 0));
        var one = merge(Operation.MERGE, written);
        var batch = merge(Operation.BATCH, written);

        assertThat(report(one, batch))
                .contains(
                        "| GIN jsonb_ops | 2.00 ms | – | 4.00 ms | 0.50 [0.50–0.50] | – | 4.00 ms"
                                + " |",
                        "| 1,350 B | 12 kB | 1,350 B | 12 kB | 50 % | 0 % |",
                        "| 2,000 kB | 3,000 kB |");
    }

    @Test
    void whatWasNotReachedIsNamed() {
        assertThat(report()).contains("The run was broken off before: 164 × 16 kB.");
    }

    @Test
    void aSmallRunLeavesTheCommittedTableAlone() {
        assertThat(Size.SMALL.file()).startsWithRaw(Path.of("target"));
        assertThat(Size.FULL.file()).isEqualTo(Path.of("docs", "BENCH-jsonb.md"));
    }

    @Test
    void aBarDoesNotEndACell() {
        assertThat(new MarkdownTable(1, "a", "b").row("x || y", "1"))
                .hasToString("| a | b |\n|---|---:|\n| x \\|\\| y | 1 |\n");
        assertThatThrownBy(() -> new MarkdownTable(1, "a", "b").row("x"))
                .hasMessage("cells must be 2, not 1");
    }

    @Test
    void everyRoundMeetsUsersThatThereAre() {
        var small = new Cell(2, Documents.BYTES_200);

        for (var round = 0; round < 10; round++) {
            assertThat(Operation.CAST.parameters(small, round)).containsExactly("user_2");
            assertThat(Operation.MERGE.parameters(small, round)[1]).isIn("user_1", "user_2");
            assertThat(Operation.BATCH.parameters(small, round)[1])
                    .isIn("user_1,user_2", "user_2,user_1");
        }
    }

    private static Measured lookUp(Access access, double text, double jsonb) {
        return new Measured(
                CELL,
                access,
                Operation.RARE_KEY,
                Optional.of(rounds(text, jsonb)),
                PLANS,
                Map.of());
    }

    private static Measured merge(Operation operation, Map<Side, Written> written) {
        return new Measured(CELL, Access.GIN, operation, Optional.of(rounds(2, 4)), PLANS, written);
    }

    private static Rounds rounds(double text, double jsonb) {
        return new Rounds(List.of(Map.of(Side.TEXT_BARE, text, Side.JSONB, jsonb)));
    }

    private static String report(Measured... measured) {
        var size = new IndexSize(Access.GIN, Map.of(Side.JSONB, 2_000_000L), 3_000_000);
        var stored = new StoredSize(1_161, Map.of());
        return BenchReport.of(
                new Results(
                        LocalDate.of(2026, 1, 2),
                        "small",
                        "on a machine",
                        new Spread(0.1, 0.1, 0.1),
                        List.of(new CellResult(CELL, stored, List.of(measured), List.of(size))),
                        List.of(new Cell(164, Documents.KB_16)),
                        CELL,
                        List.of()));
    }
}
