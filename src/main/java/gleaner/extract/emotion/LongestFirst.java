package gleaner.extract.emotion;

import gleaner.extract.preference.pattern.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders what the cues have matched, so that an idiom is taken before the words in it. */
final class LongestFirst {
    private static final Comparator<Hit> ORDER =
            Comparator.comparingInt((Hit hit) -> hit.match().start() - hit.match().end())
                    .thenComparingInt(hit -> hit.match().start());

    private final List<Hit> hits = new ArrayList<>();

    /** A cue and where it stands. */
    record Hit(Cue cue, Match match) {}

    void add(Cue cue, Match match) {
        hits.add(new Hit(cue, match));
    }

    List<Hit> inOrder() {
        hits.sort(ORDER);
        return hits;
    }
}
