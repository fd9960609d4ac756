package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.clause.ClauseEnds;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import gleaner.memory.Relation.Cardinality;

/** Reads what is set against the thing just said: "tea but not coffee". */
final class Contrast {
    private static final double CONTRASTED = 0.9;

    private final Scene scene;
    private final Sentence sentence;
    private final Having having;

    Contrast(Scene scene, Having having) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.having = having;
    }

    /** "tea but not coffee", "everything except olives", "no kids, but two dogs". */
    void read(Frame frame, Clause clause, Match match) {
        int at = match.end();
        boolean contrasted = false;
        while (isJoint(at)) {
            contrasted |= sentence.at(at).is(WordClass.CONTRAST);
            at++;
        }
        boolean not =
                sentence.at(at).is(KeyWord.NOT) || sentence.at(at - 1).is(WordClass.EXCEPTION);
        boolean negated = clause.is(Aspect.NEGATED);
        boolean single =
                frame.relation() == Relation.FROM
                        || frame.relation().cardinality() == Cardinality.ONE;
        if (single || not == negated || (negated && !contrasted)) {
            return;
        }
        int from = sentence.at(at).is(WordClass.NEGATION) ? at + 1 : at;
        if (sentence.at(from).is(KeyWord.SO) || sentence.at(from).is(KeyWord.FOR)) {
            from += sentence.at(from).is(KeyWord.FOR) ? 1 : 2;
        }
        var plain = Claim.of(frame, clause.weight() * CONTRASTED, at, at + 1);
        var claim = negated ? plain : Claims.negated(frame, plain);
        int end = new ClauseEnds(sentence).of(from);
        for (var phrase : scene.matcher().objects().list(from, end)) {
            if (sentence.at(phrase.next()).tag().isFinite()) {
                return;
            }
            claim(frame, clause, claim, phrase);
        }
    }

    private void claim(Frame frame, Clause clause, Claim claim, Phrase phrase) {
        var spanning = Claims.spanning(claim, clause, phrase);
        if (!Having.isPossession(frame.relation())) {
            var name = Claims.name(scene.tables().lexicon(), frame, clause, phrase);
            scene.facts().claim(spanning, phrase, sentence, name);
            return;
        }
        var relation = having.relationTo(claim.relation(), phrase, frame);
        if (relation != null) {
            scene.facts().claim(spanning.as(relation), phrase, sentence, having.called(phrase));
        }
    }

    private boolean isJoint(int at) {
        var token = sentence.at(at);
        return token.is(",")
                || token.is(WordClass.CONTRAST)
                || token.is(KeyWord.AND)
                || token.is(WordClass.FILLER);
    }
}
