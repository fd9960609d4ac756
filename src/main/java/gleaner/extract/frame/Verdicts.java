package gleaner.extract.frame;

import gleaner.extract.frame.OpinionTable.Opinion;
import gleaner.extract.phrase.Objects;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import java.util.List;

/**
 * Reads a verdict without a subject on a thing that is named before it: "Snakes? Nope", "golf,
 * never again", "Marmite: hate it", "Sprouts. Hate them."
 */
final class Verdicts {
    /** What the rows of such verdicts begin with. */
    private static final String VERDICT = "?";

    private final Scene scene;
    private final Sentence sentence;

    Verdicts(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    /** On what the sentence before names, and nothing else. */
    void ofThingBefore() {
        var before = scene.previous();
        if (before == null || !scene.stated().get(0)) {
            return;
        }
        var things = new Objects(before, scene.tables().typer()).list(0, before.size());
        if (things.isEmpty() || !isAlone(before, things.getLast().next())) {
            return;
        }
        for (var verdict : verdicts()) {
            var relation = verdict.relation();
            if (relation != null && ends(verdict, 0)) {
                things.forEach(thing -> ofThingBefore(verdict, relation, thing));
                return;
            }
        }
    }

    private void ofThingBefore(Opinion verdict, Relation relation, Phrase thing) {
        if (!thing.is(Form.PRONOUN) && Opinions.isOf(verdict, thing, scene)) {
            var named = scene.matcher().name(0, 1).named(thing.name());
            scene.facts().claim(Opinions.claim(verdict, relation, named, 1), named, sentence);
        }
    }

    private static boolean isAlone(Sentence before, int from) {
        int at = from;
        while (at < before.size()
                && (before.at(at).is(WordClass.CONTRAST) || before.at(at).tag().isBreak())) {
            at++;
        }
        return at >= before.size();
    }

    /** On the things that a clause begins with; false where none follows them. */
    boolean read(List<Phrase> things) {
        for (int n = 1; n <= things.size(); n++) {
            int at = behindSeparator(things.get(n - 1).next());
            for (var verdict : at < 0 ? List.<Opinion>of() : verdicts()) {
                if (ends(verdict, at) && claim(verdict, things.subList(0, n))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Opinion> verdicts() {
        return scene.tables().opinions().startingWith(VERDICT);
    }

    private boolean claim(Opinion verdict, List<Phrase> things) {
        var relation = verdict.relation();
        boolean any = false;
        for (var thing : things) {
            any |=
                    relation != null
                            && Opinions.isOf(verdict, thing, scene)
                            && scene.facts()
                                    .claim(
                                            Opinions.claim(verdict, relation, thing, thing.end()),
                                            thing,
                                            sentence);
        }
        return any;
    }

    /** Behind "though", a comma, a colon or a dash; -1 where none stands there. */
    private int behindSeparator(int from) {
        int at = sentence.at(from).is(WordClass.CONTRAST) ? from + 1 : from;
        boolean sign =
                sentence.at(at).tag() == Tag.COMMA
                        || sentence.at(at).tag() == Tag.SYM
                        || sentence.at(at).tag() == Tag.EMOJI;
        at = sign ? at + 1 : at;
        return at == from || at >= sentence.size() ? -1 : at;
    }

    /** The verdict stands here, and nothing goes on behind it. */
    private boolean ends(Opinion verdict, int at) {
        var match = scene.matcher().matchAt(verdict.complement(), at, sentence.size());
        return match != null && isEnd(sentence.at(match.end()));
    }

    private static boolean isEnd(Token token) {
        return token.tag().isBreak()
                || token.tag() == Tag.EMOJI
                || token.tag() == Tag.UH
                || (token.is(WordClass.FILLER) && !token.is(WordClass.PRESENT_TIME))
                || token.is(WordClass.CONTRAST)
                || token.is(WordClass.CONJUNCTION)
                || token.is(WordClass.NOMINATIVE)
                || token.is(WordClass.REASON);
    }
}
