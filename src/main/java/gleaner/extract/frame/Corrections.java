package gleaner.extract.frame;

import gleaner.extract.Finding;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import java.util.List;

/** Takes back what a message itself corrects: "I live in Leeds, no wait, Oslo". */
final class Corrections {
    private final FactTables tables;

    Corrections(FactTables tables) {
        this.tables = tables;
    }

    /** Applies the corrections that a sentence makes to what was found so far. */
    void apply(Scene scene) {
        var sentence = scene.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            int behind = behindCue(sentence, i);
            boolean starred = sentence.at(i).is("*") && i == 0;
            if (behind > i && !starred && scene.stated().get(i) && !isApology(sentence, behind)) {
                correct(scene, i, behind);
                i = behind;
            }
        }
    }

    /** "sorry about", "sorry if I": nothing is put right. */
    private static boolean isApology(Sentence sentence, int behind) {
        var next = sentence.at(behind);
        return sentence.at(behind - 1).tag() == Tag.UH
                && (next.tag() == Tag.IN || next.tag() == Tag.TO || next.tag() == Tag.PRP);
    }

    private int behindCue(Sentence sentence, int at) {
        for (var cue : tables.corrections().getOrDefault(sentence.at(at).lower(), List.of())) {
            if (matches(sentence, at, cue)) {
                return at + cue.size();
            }
        }
        return at;
    }

    private static boolean matches(Sentence sentence, int at, List<String> cue) {
        int i = at;
        for (var word : cue) {
            i = i > at && sentence.at(i).is(",") ? i + 1 : i;
            if (!sentence.at(i).is(word)) {
                return false;
            }
            i++;
        }
        return true;
    }

    private static void correct(Scene scene, int cue, int behind) {
        var sentence = scene.sentence();
        var findings = scene.facts().findings();
        int position = cue == 0 ? sentence.start() : sentence.at(cue).start();
        int last = lastBefore(findings, position);
        if (last < 0 || !(findings.get(last).statement() instanceof Statement.Fact fact)) {
            return;
        }
        int later = laterOf(findings, fact.relation(), position);
        if (later >= 0) {
            findings.remove(last);
            return;
        }
        int at = behindDenied(scene, behind);
        while ((sentence.at(at).tag().isBreak() && at < sentence.size())
                || sentence.at(at).tag() == Tag.IN
                || sentence.at(at).tag() == Tag.UH) {
            at++;
        }
        var phrase = scene.matcher().objects().one(at, sentence.size(), false);
        if (phrase == null || sentence.at(phrase.next()).tag().isFinite()) {
            return;
        }
        var corrected = findings.get(last);
        var claim = claim(corrected, fact.relation(), at, phrase.end());
        if (scene.facts().claim(claim, phrase, sentence)) {
            findings.remove(last);
        }
    }

    /** "sorry, not Leeds, Oslo": behind what it was not. */
    private static int behindDenied(Scene scene, int behind) {
        var sentence = scene.sentence();
        boolean not =
                sentence.at(behind).is(KeyWord.NOT) || sentence.at(behind - 1).is(KeyWord.NOT);
        int from = sentence.at(behind).is(KeyWord.NOT) ? behind + 1 : behind;
        var denied = not ? scene.matcher().objects().one(from, sentence.size(), false) : null;
        return denied == null ? behind : denied.end();
    }

    private static Claim claim(Finding corrected, Relation relation, int from, int to) {
        return new Claim(
                relation,
                corrected.denied(),
                corrected.temporal(),
                corrected.confidence(),
                corrected.strength(),
                corrected.explicit(),
                List.of(),
                false,
                from,
                to,
                "corrected:" + corrected.rule());
    }

    private static int lastBefore(List<Finding> findings, int position) {
        int last = -1;
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            if (finding.end() <= position
                    && (last < 0 || finding.end() >= findings.get(last).end())) {
                last = i;
            }
        }
        return last;
    }

    private static int laterOf(List<Finding> findings, Relation relation, int position) {
        for (int i = 0; i < findings.size(); i++) {
            boolean same =
                    findings.get(i).statement() instanceof Statement.Fact(var other, var _)
                            && other == relation;
            if (same && findings.get(i).start() >= position) {
                return i;
            }
        }
        return -1;
    }
}
