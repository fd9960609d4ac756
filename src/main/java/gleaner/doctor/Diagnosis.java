package gleaner.doctor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All findings, the heaviest first; among equals, in the order in which they were made.
 *
 * @param findings of all checks
 */
public record Diagnosis(List<Finding> findings) {
    public Diagnosis {
        findings = findings.stream().sorted(Comparator.comparing(Finding::weight)).toList();
    }

    /** Of several examinations. */
    public static Diagnosis of(Collection<List<Finding>> examinations) {
        return new Diagnosis(examinations.stream().flatMap(List::stream).toList());
    }

    /** What all of it comes to. */
    public Verdict verdict() {
        if (findings.isEmpty()) {
            return Verdict.READY;
        }
        return switch (findings.getFirst().weight()) {
            case BLOCKS -> Verdict.NOT_READY;
            case ASKS -> Verdict.READY_AFTER;
            case TELLS, FINE -> Verdict.READY;
        };
    }
}
