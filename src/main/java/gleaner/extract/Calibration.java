package gleaner.extract;

import gleaner.memory.Statement;

/**
 * From how surely a rule reads to how often it is right. The rules' own confidences order the
 * findings well and lie too far apart: on labelled natural conversations even the weakest are right
 * more often than not. A fact read by the surest errs one time in eight, a preference one time in
 * fourteen. The lines were fitted to those conversations; {@code ./gleaner eval} prints the table.
 */
final class Calibration {
    private static final double SLOPE = 0.36;
    private static final double FACT = 0.58;
    private static final double PREFERENCE = 0.62;

    private Calibration() {}

    /** The share of findings like this one that are right. */
    static double of(Finding finding) {
        double base = finding.statement() instanceof Statement.Fact ? FACT : PREFERENCE;
        return Math.round((base + SLOPE * finding.confidence()) * 100) / 100.0;
    }
}
