package gleaner.cli;

import gleaner.doctor.Diagnosis;
import gleaner.doctor.Finding;
import gleaner.doctor.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A diagnosis for people: a table of what was found, then who does what about it. */
final class DiagnosisText {
    private static final int SHOWN_IDS = 3;

    private DiagnosisText() {}

    static String of(Diagnosis diagnosis) {
        var lines = new ArrayList<String>();
        var table = new Table("", "check", "found");
        diagnosis
                .findings()
                .forEach(each -> table.row(mark(each.weight()), each.check(), found(each)));
        lines.addAll(table.lines());
        lines.addAll(section("Gleaner:", diagnosis, Finding::gleaner));
        lines.addAll(section("You:", diagnosis, Finding::operator));
        lines.add("");
        lines.add(
                switch (diagnosis.verdict()) {
                    case READY -> "ready";
                    case READY_AFTER -> "ready after what is marked with !";
                    case NOT_READY -> "not ready: see what is marked with X";
                });
        return String.join(System.lineSeparator(), lines);
    }

    private static String mark(Weight weight) {
        return switch (weight) {
            case BLOCKS -> "X";
            case ASKS -> "!";
            case TELLS -> "i";
            case FINE -> "";
        };
    }

    private static String found(Finding finding) {
        if (finding.count() == 0) {
            return finding.what();
        }
        var shown = finding.firstIds().stream().limit(SHOWN_IDS).toList();
        var ids = shown.isEmpty() ? "" : ": " + String.join(", ", shown);
        var more = !shown.isEmpty() && finding.count() > shown.size() ? ", ..." : "";
        return finding.what() + " (" + finding.count() + ids + more + ")";
    }

    private static List<String> section(
            String title, Diagnosis diagnosis, Function<Finding, String> text) {
        var told =
                diagnosis.findings().stream()
                        .filter(each -> !text.apply(each).isEmpty())
                        .map(each ->
                                mark(each.weight()) + "  " + each.check() + ": " + text.apply(each))
                        .distinct()
                        .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("", title));
        lines.addAll(told);
        return lines;
    }
}
