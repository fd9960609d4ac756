package gleaner.extract.frame;

import gleaner.extract.clause.ClauseEnds;
import gleaner.extract.frame.SayingTable.Saying;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.List;

/** Reads set phrases: "nothing beats a cold swim", "give me tea over coffee any day". */
final class Sayings {
    private static final double STRENGTH = 0.8;

    private final Scene scene;
    private final Sentence sentence;
    private final ClauseEnds ends;

    Sayings(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.ends = new ClauseEnds(sentence);
    }

    void read() {
        if (sentence.question()) {
            return;
        }
        for (int i = 0; i < sentence.size(); i++) {
            var sayings = scene.tables().sayings().startingWith(sentence.at(i).lower());
            if (!sayings.isEmpty() && startsClause(i) && !sentence.at(i).quoted()) {
                read(i, sayings);
            }
        }
    }

    private boolean startsClause(int i) {
        var before = sentence.at(i - 1);
        return i == 0
                || before.tag().isBreak()
                || before.tag() == Tag.UH
                || before.tag() == Tag.EMOJI
                || before.is(WordClass.CONJUNCTION)
                || before.is(WordClass.CONTRAST)
                || before.is(WordClass.REASON)
                || (isFiller(before) && startsClause(i - 1));
    }

    private static boolean isFiller(Token token) {
        return token.is(WordClass.FILLER) || token.tag() == Tag.RB;
    }

    private void read(int start, List<Saying> sayings) {
        for (var saying : sayings) {
            boolean said = saying.ordered() || scene.stated().get(start);
            int end = ends.of(start + 1);
            if (said && read(saying, start, Math.max(end, start + 1))) {
                return;
            }
        }
    }

    private boolean read(Saying saying, int start, int end) {
        int until =
                saying.complement().getLast() instanceof Part.Literal
                        ? sentence.size()
                        : Math.max(end, ends.of(Math.min(sentence.size(), start + words(saying))));
        var match = scene.matcher().matchAt(saying.complement(), start + 1, until);
        boolean any = false;
        if (match != null) {
            for (var phrase : match.phrases()) {
                if (!phrase.is(Form.PRONOUN)) {
                    any |= scene.facts().claim(claim(saying, start, match), phrase, sentence);
                }
            }
        }
        return any;
    }

    /** A saying may hold a clause of its own: "nothing I love more than". */
    private static int words(Saying saying) {
        int words = 1;
        for (var part : saying.complement()) {
            words += part instanceof Part.Literal(var _, var optional) && !optional ? 1 : 0;
        }
        return words;
    }

    private static Claim claim(Saying saying, int start, Match match) {
        return Claim.stated(
                saying.relation(), saying.confidence(), STRENGTH, start, match.end(), saying.id());
    }
}
