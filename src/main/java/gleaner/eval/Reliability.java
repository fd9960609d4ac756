package gleaner.eval;

import java.util.ArrayList;
import java.util.List;

/** Whether a confidence is what it says: of what was read with 0.8, some 80 % should be right. */
public final class Reliability {
    private static final double[] FROM = {0, 0.5, 0.6, 0.7, 0.8, 0.9};

    private final List<Bin> bins = new ArrayList<>();

    Reliability() {
        for (double from : FROM) {
            bins.add(new Bin(from));
        }
    }

    /** Confidences from a bound up to the next. */
    public static final class Bin {
        private final double from;
        private final Share right = new Share();
        private double sum;

        private Bin(double from) {
            this.from = from;
        }

        public double from() {
            return from;
        }

        public Share right() {
            return right;
        }

        /** Mean confidence. */
        public double claimed() {
            return right.of() == 0 ? 0 : sum / right.of();
        }
    }

    public List<Bin> bins() {
        return List.copyOf(bins);
    }

    void add(double confidence, boolean right) {
        int bin = FROM.length - 1;
        while (bin > 0 && confidence < FROM[bin]) {
            bin--;
        }
        bins.get(bin).right.add(right);
        bins.get(bin).sum += confidence;
    }

    /** Mean distance between what is claimed and what is so, each bin by its size. */
    public double error() {
        double distance = 0;
        int all = 0;
        for (var bin : bins) {
            distance += bin.right.of() * Math.abs(bin.claimed() - bin.right.share());
            all += bin.right.of();
        }
        return all == 0 ? 0 : distance / all;
    }
}
