package gleaner.extract.preference;

import gleaner.extract.Finding;
import gleaner.extract.ReadTurn;
import gleaner.extract.preference.Rule.Condition;
import gleaner.extract.preference.pattern.Match;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Scan;
import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the preferences that a user states in one turn: all nine keys, by the patterns of the
 * language pack. Pure and immutable; shared by threads.
 */
public final class PreferenceReader {
    private static final double SAID = 0.8;
    private static final double IMPLIED = 0.5;

    private final Pack pack;

    private PreferenceReader(Pack pack) {
        this.pack = pack;
    }

    /** Loads the tables of the language pack from the class path. */
    public static PreferenceReader load() {
        return new PreferenceReader(Pack.load());
    }

    /** The preferences that the turn states or calls off, in the order of the text. */
    public List<Finding> read(ReadTurn turn) {
        return new Reading(turn).findings();
    }

    /** What is known of the place of this name; empty where there is no such place. */
    public Optional<Map<String, String>> place(String name) {
        return pack.places().named(name);
    }

    /** Steps that the patterns take over this turn: how its cost is measured. */
    long work(ReadTurn turn) {
        var reading = new Reading(turn);
        reading.findings();
        return reading.work;
    }

    /** A rule that has matched, and where. */
    private record Hit(Rule rule, Match match) {}

    /** A sentence with all that has matched in it. */
    private record Matched(Passage passage, List<Hit> hits) {}

    /** One reading of one turn. */
    private final class Reading {
        private final ReadTurn turn;
        private final Supplier<Set<String>> near;
        private final List<Rule> answers;
        private boolean calledOff;
        private long work;

        Reading(ReadTurn turn) {
            this.turn = turn;
            this.near = new Once<>(() -> pack.zonesNamedIn(turn));
            var asked = questions();
            this.answers =
                    pack.answers().stream().filter(rule -> asked.contains(rule.answers())).toList();
        }

        List<Finding> findings() {
            var matched = turn.sentences().stream().map(this::match).toList();
            var found = new ArrayList<Finding>();
            if (matched.stream().anyMatch(sentence -> !sentence.hits().isEmpty())) {
                judge(matched, found);
            }
            return Settlement.settle(found);
        }

        /** What the rules find in one sentence, before anything is judged. */
        private Matched match(Sentence sentence) {
            var passage = pack.passage(turn.turn().text(), sentence, near);
            var scan = new Scan(passage);
            var hits = new ArrayList<Hit>();
            pack.rules().worthTrying(passage).forEach(rule -> tryOn(scan, rule, hits));
            answers.forEach(rule -> tryOn(scan, rule, hits));
            calledOff |= hits.stream().anyMatch(hit -> hit.rule().callsOff());
            if (calledOff) {
                pack.substitutes().forEach(rule -> tryOn(scan, rule, hits));
            }
            work += scan.work();
            return new Matched(passage, hits);
        }

        private void judge(List<Matched> matched, List<Finding> found) {
            boolean tasked = false;
            for (var sentence : matched) {
                var scan = new Scan(sentence.passage());
                var verdict = new Verdict(sentence.passage(), scan, pack.vetoes(), tasked);
                work += scan.work();
                accept(sentence, verdict, false, found);
                accept(sentence, verdict, true, found);
                if (verdict.silences()) {
                    return;
                }
                tasked = verdict.tasked();
            }
        }

        /** What only goes on from something else comes when that has been found. */
        private void accept(Matched sentence, Verdict verdict, boolean after, List<Finding> found) {
            for (var hit : sentence.hits()) {
                int start = sentence.passage().token(hit.match().start()).start();
                if (goesOn(hit.rule()) == after
                        && !(hit.rule().is(Condition.UNASKED) && isAsked())
                        && verdict.accepts(hit.rule(), hit.match())
                        && (!after || goesOn(hit.rule(), start, found))) {
                    stated(hit.rule(), hit.match(), sentence.passage()).forEach(found::add);
                }
            }
        }

        private boolean isAsked() {
            return turn.asked().stream().anyMatch(Sentence::question);
        }

        private Set<String> questions() {
            var topics = new HashSet<String>();
            for (var sentence : turn.asked()) {
                var passage = pack.passage(turn.askedIn(), sentence, Set::of);
                var scan = new Scan(passage);
                for (var question : pack.questions().worthTrying(passage)) {
                    if (!scan.matches(question.pattern()).isEmpty()) {
                        topics.add(question.topic());
                    }
                }
                work += scan.work();
            }
            return topics;
        }
    }

    private static void tryOn(Scan scan, Rule rule, List<Hit> hits) {
        scan.matches(rule.pattern()).forEach(match -> hits.add(new Hit(rule, match)));
    }

    private static boolean goesOn(Rule rule) {
        return rule.is(Condition.AFTER) || rule.is(Condition.INSTEAD);
    }

    private static boolean goesOn(Rule rule, int start, List<Finding> found) {
        return found.stream()
                .filter(f -> f.denied() || !rule.is(Condition.INSTEAD))
                .anyMatch(f -> f.end() <= start && rule.concerns(Settlement.key(f)));
    }

    private static Stream<Finding> stated(Rule rule, Match match, Passage passage) {
        int start = passage.token(match.start()).start();
        int end = passage.token(match.end() - 1).end();
        boolean implied = rule.is(Condition.IMPLIED);
        return rule.effects().stream()
                .flatMap(effect ->
                        effect.statements(match)
                                .map(statement ->
                                        new Finding(
                                                statement,
                                                effect.denied(),
                                                effect.temporal(),
                                                rule.confidence(),
                                                implied ? IMPLIED : SAID,
                                                !implied,
                                                start,
                                                end,
                                                rule.id())));
    }
}
