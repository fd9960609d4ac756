package gleaner.demo;

import gleaner.demo.Table.Column;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Tells person by person what is believed, why, and what is believed no more. */
record People(List<Person> everybody) {

    /**
     * Somebody who is known, or was.
     *
     * @param forgotten up to when everything was forgotten
     * @param traces rows that speak of the person
     */
    record Person(Known known, Optional<Instant> forgotten, long traces) {}

    /** Everybody in the tables, and everybody who spoke and is forgotten. */
    static People of(MemoryTables tables, List<SampleRecord> samples) throws SQLException {
        var names = new TreeSet<>(tables.users());
        samples.stream().map(SampleRecord::key).filter(Objects::nonNull).forEach(names::add);
        var everybody = new ArrayList<Person>();
        for (var name : names) {
            var person =
                    new Person(tables.known(name), tables.forgottenUpTo(name), tables.traces(name));
            if (!person.known().isEmpty() || person.forgotten().isPresent()) {
                everybody.add(person);
            }
        }
        return new People(everybody);
    }

    void tell(Terminal terminal) {
        var section = new Section(terminal);
        var facts = BeliefTable.facts(terminal, section.width());
        var preferences = BeliefTable.preferences(terminal, section.width());
        var history = history(terminal, section.width());
        section.heading("what was learned", everybody.size() + " people");
        section.lines(BeliefTable.legend(terminal, section.width()));
        for (var person : everybody) {
            var known = person.known();
            section.heading(known.user(), counts(person));
            section.lines(facts.lines(Rows.facts(known)));
            if (!known.preferences().isEmpty()) {
                section.line(terminal.faint("preferences:"));
                section.lines(preferences.lines(Rows.preferences(known)));
            }
            if (!known.history().isEmpty()) {
                section.line(terminal.faint("no longer, and what ended it:"));
                section.lines(history.lines(Rows.history(known)));
            }
            person.forgotten().ifPresent(upTo -> section.line(forgotten(terminal, person, upTo)));
        }
    }

    private static Table history(Terminal terminal, int width) {
        var what = width < BeliefTable.ROOMY ? 14 : 22;
        return new Table(
                List.of(
                        new Column(17, 1, terminal::faint),
                        new Column(what, 2, terminal::faint),
                        new Column(24, 1, terminal::faint),
                        new Column(Table.roomBeside(width, 17, what, 24), 3, terminal::faint)));
    }

    private static String counts(Person person) {
        var known = person.known();
        return known.isEmpty()
                ? "forgotten"
                : counted(known.facts().size(), "fact")
                        + ", "
                        + counted(known.preferences().size(), "preference")
                        + ", "
                        + known.history().size()
                        + " superseded";
    }

    private static String forgotten(Terminal terminal, Person person, Instant upTo) {
        var what = "what was said up to " + Rows.date(upTo) + " is forgotten";
        if (!person.known().isEmpty()) {
            return terminal.faint(what);
        }
        var all = what + "; rows that speak of this person: " + person.traces();
        return person.traces() == 0 ? all : terminal.bad(all);
    }

    private static String counted(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
