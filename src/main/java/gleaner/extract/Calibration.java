package gleaner.extract;

/**
 * From how surely a rule reads to how often it is right. The rules' own confidences order the
 * findings well and lie too far apart: on labelled natural conversations even the weakest are right
 * more often than not, and the surest err one time in eight. The line was fitted to those
 * conversations; {@code ./gleaner eval} prints the table.
 */
final class Calibration {
    private static final double BASE = 0.50;
    private static final double SLOPE = 0.41;

    private Calibration() {}

    /** The share of findings of this confidence that are right. */
    static double of(double confidence) {
        return Math.round((BASE + SLOPE * confidence) * 100) / 100.0;
    }
}
