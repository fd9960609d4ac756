package gleaner.eval;

/** How often something was read as labelled, read without a label, and labelled but not read. */
public final class Count {
    private int right;
    private int wrong;
    private int missed;

    void right() {
        right++;
    }

    void wrong() {
        wrong++;
    }

    void missed() {
        missed++;
    }

    public int labelled() {
        return right + missed;
    }

    public int read() {
        return right + wrong;
    }

    /** Share of what was read that is right; 1 where nothing was read. */
    public double precision() {
        return read() == 0 ? 1 : (double) right / read();
    }

    /** Share of what is labelled that was read; 1 where nothing is labelled. */
    public double recall() {
        return labelled() == 0 ? 1 : (double) right / labelled();
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        int all = 2 * right + wrong + missed;
        return all == 0 ? 1 : 2.0 * right / all;
    }
}
