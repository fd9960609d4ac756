package gleaner.demo;

import gleaner.demo.Table.Column;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Beliefs with their evidence beside them where the terminal is wide enough, below them where it is
 * not.
 */
record BeliefTable(List<Table> sideBySide, boolean stacked) {
    private static final int NARROW = 94;
    private static final int EVIDENCE_FROM = 4;
    private static final String BELOW = "    ";

    static BeliefTable fitting(Terminal terminal, List<List<String>> rows, int width) {
        var belief =
                List.of(
                        new Column(18, terminal::warm),
                        new Column(22, terminal::strong),
                        new Column(12, terminal::faint),
                        new Column(4, UnaryOperator.identity()));
        var evidence =
                List.of(new Column(0, UnaryOperator.identity()), new Column(24, terminal::faint));
        if (width >= NARROW) {
            var columns = Stream.concat(belief.stream(), evidence.stream()).toList();
            return new BeliefTable(List.of(Table.fitting(columns, rows, width)), false);
        }
        var told = rows.stream().map(row -> row.subList(EVIDENCE_FROM, row.size())).toList();
        return new BeliefTable(
                List.of(
                        Table.fitting(belief, rows, width),
                        Table.fitting(evidence, told, width - BELOW.length())),
                true);
    }

    List<String> lines(List<List<String>> rows) {
        return stacked
                ? rows.stream().flatMap(this::oneAboveTheOther).toList()
                : sideBySide.getFirst().lines(rows);
    }

    private Stream<String> oneAboveTheOther(List<String> row) {
        var evidence = row.subList(EVIDENCE_FROM, row.size());
        return Stream.concat(
                sideBySide.getFirst().lines(List.of(row)).stream(),
                sideBySide.getLast().lines(List.of(evidence)).stream()
                        .filter(line -> !line.isEmpty())
                        .map(BELOW::concat));
    }
}
