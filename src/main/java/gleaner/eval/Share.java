package gleaner.eval;

/** How many of how many. */
public final class Share {
    private int of;
    private int count;

    void add(boolean counts) {
        of++;
        count += counts ? 1 : 0;
    }

    public int count() {
        return count;
    }

    public int of() {
        return of;
    }

    /** Between 0 and 1; 0 of none. */
    public double share() {
        return of == 0 ? 0 : (double) count / of;
    }
}
