package gleaner.demo;

import gleaner.demo.Table.Column;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tells what became of every record. */
record Books(Accounting accounting, String stateHash) {

    void tell(Terminal terminal) {
        var section = new Section(terminal);
        deadLetters(terminal, section);
        var problems = accounting.problems();
        var counts = accounting.counts();
        section.heading("accounting", problems.isEmpty() ? "nothing lost" : "does not add up");
        section.line(
                "polled %d = accepted %d + ignored %d + rejected %d"
                        .formatted(
                                counts.polled(),
                                counts.accepted(),
                                counts.ignored(),
                                counts.rejected()));
        section.line(
                "produced %d, committed %d in %d partitions, dead letters %d"
                        .formatted(
                                accounting.produced(),
                                accounting.committed(),
                                accounting.positions().size(),
                                accounting.deadLetters().size()));
        section.line("state-hash " + stateHash);
        problems.forEach(problem -> section.line(terminal.bad(problem)));
    }

    private void deadLetters(Terminal terminal, Section section) {
        var rows = Rows.deadLetters(accounting.deadLetters());
        section.heading("dead letters", rows.size() + " records");
        var table =
                new Table(
                        List.of(
                                new Column(18, 1, terminal::warm),
                                new Column(
                                        Table.roomBeside(section.width(), 18, 22),
                                        6,
                                        UnaryOperator.identity()),
                                new Column(22, 1, terminal::faint)));
        section.lines(table.lines(rows));
    }
}
