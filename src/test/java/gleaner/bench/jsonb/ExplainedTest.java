package gleaner.bench.jsonb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainedTest {
    private static final String THROUGH_THE_INDEX =
            """
            [{"Plan": {"Node Type": "Bitmap Heap Scan", "Shared Hit Blocks": 10, "Shared Read Blocks": 2,
                       "Plans": [{"Node Type": "Bitmap Index Scan", "Index Name": "bench_jsonb_native_1",
                                  "Shared Hit Blocks": 3, "Shared Read Blocks": 0}]},
              "Planning": {"Shared Hit Blocks": 99}}]
            """;

    private static final String BY_ID =
            """
            [{"Plan": {"Node Type": "ModifyTable", "Shared Hit Blocks": 7, "Shared Read Blocks": 0,
                       "Plans": [{"Node Type": "Index Scan", "Index Name": "jsonb_native_pkey"}]}}]
            """;

    @Test
    void theMeasuredIndexIsToldFromThePrimaryKey() {
        assertThat(Explained.of(THROUGH_THE_INDEX).indexed()).isTrue();
        assertThat(Explained.of(BY_ID).indexed()).isFalse();
    }

    @Test
    void theOutermostNodeHoldsThePagesOfAll() {
        assertThat(Explained.of(THROUGH_THE_INDEX).buffers()).isEqualTo(12);
    }

    @Test
    void scansAreNamedFromTheOutside() {
        assertThat(Explained.of(THROUGH_THE_INDEX).nodes())
                .isEqualTo("Bitmap Heap Scan, Bitmap Index Scan");
        assertThat(Explained.of(BY_ID).nodes()).isEqualTo("Index Scan");
    }
}
