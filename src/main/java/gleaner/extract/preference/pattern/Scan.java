package gleaner.extract.preference.pattern;

import java.util.ArrayList;
import java.util.List;

/** Goes over one sentence with many patterns. Not shared by threads. */
public final class Scan {
    private final Passage passage;
    private final Matcher matcher;

    public Scan(Passage passage) {
        this.passage = passage;
        this.matcher = new Matcher(passage);
    }

    /** All matches that do not overlap, from left to right. */
    public List<Match> matches(Pattern pattern) {
        var matches = new ArrayList<Match>();
        int at = 0;
        while (at < passage.size()) {
            var match = pattern.mayBegin(passage, at) ? matcher.at(pattern, at) : null;
            if (match == null || match.end() == match.start()) {
                at++;
            } else {
                matches.add(match);
                at = match.end();
            }
        }
        return matches;
    }

    public long work() {
        return matcher.work();
    }
}
