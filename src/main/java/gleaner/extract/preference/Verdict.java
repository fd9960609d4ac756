package gleaner.extract.preference;

import gleaner.extract.preference.Rule.Condition;
import gleaner.extract.preference.pattern.Catalogue;
import gleaner.extract.preference.pattern.Match;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Scan;
import java.util.ArrayList;
import java.util.List;

/** Judges whether what a rule has matched in a sentence is the user's own, present wish. */
final class Verdict {
    private final Passage passage;
    private final List<Hit> hits = new ArrayList<>();

    /** A veto and where it stands. */
    private record Hit(Veto.Scope scope, int start, int end) {}

    private final boolean tasked;

    /**
     * @param tasked whether a sentence before has asked for something
     */
    Verdict(Passage passage, Scan scan, Catalogue<Veto> vetoes, boolean tasked) {
        this.passage = passage;
        for (var veto : vetoes.worthTrying(passage)) {
            for (var match : scan.matches(veto.pattern())) {
                hits.add(new Hit(veto.scope(), match.start(), match.end()));
            }
        }
        this.tasked = tasked || has(Veto.Scope.TASK);
    }

    /** Whether this sentence or one before has asked for something. */
    boolean tasked() {
        return tasked;
    }

    private boolean has(Veto.Scope scope) {
        return hits.stream().anyMatch(hit -> hit.scope() == scope);
    }

    /** Whether nothing behind this sentence counts any more. */
    boolean silences() {
        return has(Veto.Scope.MESSAGE);
    }

    boolean accepts(Rule rule, Match match) {
        if (passage.token(match.start()).quoted() || isQuestion(rule, match)) {
            return false;
        }
        boolean lasting = has(Veto.Scope.LASTING);
        if ((rule.is(Condition.LASTING) && !lasting)
                || (rule.is(Condition.UNTASKED) && !lasting && isAboutATask(match))) {
            return false;
        }
        return hits.stream().noneMatch(hit -> forbids(hit, rule, match));
    }

    private boolean forbids(Hit hit, Rule rule, Match match) {
        return switch (hit.scope()) {
            case MESSAGE, LEFT -> hit.end() <= match.start() || hit.start() <= match.start();
            case SENTENCE -> true;
            case CLAUSE -> hit.start() <= match.start() && isOneClause(hit.end(), match.start());
            case BEFORE -> hit.end() == match.start();
            case STANDING -> rule.mustStand();
            case MANNER -> rule.isOfManner() && !has(Veto.Scope.LASTING) && !isWithin(hit, match);
            case TASK, LASTING -> false;
        };
    }

    /** "No essays" is a wish about answers, "my essay" is not. */
    private static boolean isWithin(Hit hit, Match match) {
        return match.start() <= hit.start() && hit.end() <= match.end();
    }

    /** "Be brief: what is a monad?" */
    private boolean isAboutATask(Match match) {
        if (tasked) {
            return true;
        }
        for (int i = match.end(); i < passage.size(); i++) {
            if (passage.parts(i)) {
                boolean more = i < passage.size() - 1;
                return more && (passage.word(i).equals(":") || passage.sentence().question());
            }
        }
        return false;
    }

    private boolean isOneClause(int from, int to) {
        for (int i = from; i < to; i++) {
            if (passage.parts(i)) {
                return false;
            }
        }
        return true;
    }

    /** A question is what reaches its question mark; what stands before it may be a statement. */
    private boolean isQuestion(Rule rule, Match match) {
        if (!passage.sentence().question() || rule.is(Condition.ASKED)) {
            return false;
        }
        int tags = match.end();
        while (tags < passage.size() && passage.asksConsent(tags)) {
            tags++;
        }
        for (int i = tags; i < passage.size(); i++) {
            if (passage.parts(i)) {
                return i == passage.size() - 1 && (i > tags || tags == match.end());
            }
        }
        return true;
    }
}
