package gleaner.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import gleaner.cycle.CycleCounts;
import gleaner.demo.MemoryTables.DeadLetter;
import gleaner.demo.MemoryTables.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether every record is accounted for.
 *
 * @param produced records that the broker confirmed
 * @param ends offsets behind the last record, by partition
 */
record Accounting(
        long produced,
        CycleCounts counts,
        Map<Integer, Long> ends,
        List<Position> positions,
        List<DeadLetter> deadLetters,
        Optional<SampleExpectations.Records> expected) {

    /** Records whose position is committed. */
    long committed() {
        return positions.stream().mapToLong(Position::nextOffset).sum();
    }

    /** What does not add up; nothing where all is well. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        check(problems, "polled", counts.polled(), "produced", produced);
        if (counts.polled() != counts.accepted() + counts.ignored() + counts.rejected()) {
            problems.add("polled is not accepted + ignored + rejected; " + counts);
        }
        check(problems, "applied", counts.applied(), "polled", counts.polled());
        ends.forEach((partition, end) ->
                check(
                        problems,
                        "committed position of partition " + partition,
                        position(partition),
                        "its end",
                        end));
        check(problems, "dead letters", deadLetters.size(), "given up", counts.deadLettered());
        expected.ifPresent(file -> compare(problems, file));
        return problems;
    }

    private void compare(List<String> problems, SampleExpectations.Records file) {
        check(problems, "accepted", counts.accepted(), "expected", file.acceptedInAll());
        check(problems, "ignored", counts.ignored(), "expected", file.ignoredInAll());
        var found = deadLetters.stream().collect(groupingBy(DeadLetter::errorClass, counting()));
        var classes = new TreeSet<>(found.keySet());
        classes.addAll(file.rejected().keySet());
        for (var each : classes) {
            check(
                    problems,
                    "dead letters of class " + each,
                    found.getOrDefault(each, 0L),
                    "expected",
                    file.rejected().getOrDefault(each, 0));
        }
    }

    private long position(int partition) {
        return positions.stream()
                .filter(each -> each.partition() == partition)
                .mapToLong(Position::nextOffset)
                .sum();
    }

    private static void check(
            List<String> problems, String name, long value, String otherName, long other) {
        if (value != other) {
            problems.add("%s is %d, %s %d".formatted(name, value, otherName, other));
        }
    }
}
