package gleaner.demo;

import gleaner.demo.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Beliefs with their evidence beside them where the terminal is wide enough, below them where it is
 * not. Tables of facts and of preferences have their evidence at the same place.
 *
 * @param evidenceFrom the first cell of the evidence
 */
record BeliefTable(Table belief, Table evidence, int evidenceFrom, boolean beside) {
    /** From this width on, a quote of some words has room beside its belief. */
    static final int ROOMY = 94;

    private static final int CONFIDENCE = 4;
    private static final int SOURCE = 22;
    private static final String BELOW = "    ";

    /** Relation, entity, type, confidence; words, source. */
    static BeliefTable facts(Terminal terminal, int width) {
        return of(
                terminal,
                width,
                List.of(
                        new Column(11, 1, terminal::warm),
                        new Column(16, 2, terminal::strong),
                        new Column(12, 1, terminal::faint)));
    }

    /** What the columns of the facts hold. */
    static List<String> legend(Terminal terminal, int width) {
        var names =
                List.of(
                        "relation",
                        "entity",
                        "type",
                        "conf",
                        "the words that say so",
                        "message and date");
        return facts(terminal.plain(), width).lines(List.of(names)).stream()
                .map(terminal::faint)
                .toList();
    }

    /** Key, value, confidence; words, source. */
    static BeliefTable preferences(Terminal terminal, int width) {
        return of(
                terminal,
                width,
                List.of(new Column(19, 1, terminal::warm), new Column(22, 2, terminal::strong)));
    }

    private static BeliefTable of(Terminal terminal, int width, List<Column> about) {
        var belief = new ArrayList<>(about);
        belief.add(new Column(CONFIDENCE, 1, UnaryOperator.identity()));
        var taken = belief.stream().mapToInt(column -> column.width() + Table.GAP).sum();
        var beside = width >= ROOMY;
        var room = beside ? width - taken : width - BELOW.length();
        var evidence =
                List.of(
                        new Column(Table.roomBeside(room, SOURCE), 3, UnaryOperator.identity()),
                        new Column(SOURCE, 1, terminal::faint));
        return new BeliefTable(
                new Table(
                        beside
                                ? Stream.concat(belief.stream(), evidence.stream()).toList()
                                : belief),
                new Table(evidence),
                belief.size(),
                beside);
    }

    List<String> lines(List<List<String>> rows) {
        return beside ? belief.lines(rows) : rows.stream().flatMap(this::stacked).toList();
    }

    private Stream<String> stacked(List<String> row) {
        return Stream.concat(
                belief.lines(List.of(row)).stream(),
                evidence.lines(List.of(row.subList(evidenceFrom, row.size()))).stream()
                        .filter(line -> !line.isEmpty())
                        .map(BELOW::concat));
    }
}
