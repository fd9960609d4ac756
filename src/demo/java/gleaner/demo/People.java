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
        var beliefs =
                BeliefTable.fitting(
                        terminal,
                        everybody.stream().flatMap(p -> Rows.beliefs(p.known()).stream()).toList(),
                        section.width());
        var history =
                Table.fitting(
                        List.of(
                                new Column(18, terminal::faint),
                                new Column(22, terminal::faint),
                                new Column(24, terminal::faint),
                                new Column(0, terminal::faint)),
                        everybody.stream().flatMap(p -> Rows.history(p.known()).stream()).toList(),
                        section.width());
        for (var person : everybody) {
            section.heading(person.known().user(), counts(person));
            section.lines(beliefs.lines(Rows.beliefs(person.known())));
            if (!person.known().history().isEmpty()) {
                section.line(terminal.faint("no longer:"));
                section.lines(history.lines(Rows.history(person.known())));
            }
            person.forgotten().ifPresent(upTo -> section.line(forgotten(terminal, person, upTo)));
        }
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
