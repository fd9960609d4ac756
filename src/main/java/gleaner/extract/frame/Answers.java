package gleaner.extract.frame;

import gleaner.extract.Finding;
import gleaner.extract.frame.Replies.Verdict;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.TextReader;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.memory.Statement.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers that mean something only after the question: "ramen" after "What's your favourite
 * food?", "yes" after "Do you have pets?", "close, Potsdam" after "So you live in Berlin?".
 */
final class Answers {
    private static final double YES = 0.8;

    private final FactTables tables;
    private final Assumption assumption;
    private final Choices choices;
    private final Continued continued;

    Answers(FactTables tables, TextReader textReader) {
        this.tables = tables;
        this.assumption = new Assumption(tables, textReader);
        this.choices = new Choices(tables);
        this.continued = new Continued(tables);
    }

    /**
     * Reads a sentence of an answer.
     *
     * @param asked the end of the assistant's turn
     * @param first whether it is the first that says more than yes or no
     */
    void read(Scene scene, List<Sentence> asked, boolean first) {
        var question = question(asked);
        if (question == null
                || scene.sentence().question()
                || scene.sentence().at(0).quoted()
                || (!first && !isFragment(scene.sentence()))) {
            return;
        }
        int before = scene.facts().findings().size();
        var reply = tables.replies().of(scene.sentence());
        var named = new Named(scene, tables);
        var frames = tables.questions().of(question);
        if (first && choices.read(scene, question, frames)) {
            return;
        }
        if (first && continued.read(scene, asked, reply.verdict())) {
            return;
        }
        if (first && reply.verdict() != Verdict.NONE) {
            settle(scene, question, reply.verdict());
        }
        boolean told =
                named.claim(frames, reply.end(), !first)
                        || (first && new Counted(scene).claim(frames, question, reply.end()))
                        || complete(scene, question, reply.end());
        if (!told && first && scene.facts().findings().size() - before <= 1) {
            instead(question, named, reply.end());
        }
    }

    /** Words without a verb that has a subject. */
    static boolean isFragment(Sentence sentence) {
        return sentence.tokens().stream()
                .noneMatch(t -> t.tag().isFinite() || t.is(WordClass.SELF) || t.is(WordClass.BE));
    }

    /** The last of them that asks. */
    private static @Nullable Sentence question(List<Sentence> asked) {
        for (int i = asked.size() - 1; i >= 0; i--) {
            if (asked.get(i).question()) {
                return asked.get(i);
            }
        }
        return null;
    }

    /** "Do you like sushi?" "Yes": reads it as "I do like sushi". */
    private void settle(Scene scene, Sentence question, Verdict verdict) {
        if (verdict == Verdict.OTHER) {
            return;
        }
        for (var finding : assumption.answered(question, verdict == Verdict.YES)) {
            scene.facts().adopt(finding, scene.sentence(), YES);
        }
    }

    /** "So you live in Berlin?" "Close, Potsdam": what is assumed of one holds of the other. */
    private void instead(Sentence question, Named named, int from) {
        for (var finding : assumption.answered(question, true)) {
            if (finding.statement() instanceof Fact(var relation, var entity)
                    && named.claimInstead(relation, entity, from)) {
                return;
            }
        }
    }

    /** "What do you do to relax?" "knit": reads it as "I knit". */
    private boolean complete(Scene scene, Sentence question, int from) {
        var sentence = scene.sentence();
        int at = LeadIn.behind(sentence, from);
        boolean infinitive = sentence.at(at - 1).is(KeyWord.TO);
        var lead = tables.completions().of(question).orElse(null);
        boolean order =
                sentence.at(at).is(WordClass.COMMAND) && sentence.at(at + 1).is(WordClass.OTHERS);
        if (lead == null || order || !isBaseVerb(sentence, at, infinitive)) {
            return false;
        }
        var said = new StringBuilder(lead);
        for (int i = at; i < sentence.size(); i++) {
            said.append(' ').append(sentence.at(i).text());
        }
        List<Finding> found = assumption.read(said.toString());
        found.forEach(finding -> scene.facts().adopt(finding, sentence, 1));
        return !found.isEmpty();
    }

    private static boolean isBaseVerb(Sentence sentence, int at, boolean infinitive) {
        var token = sentence.at(at);
        return token.word().can(Forms.VERB)
                && (!token.is(WordClass.BE) || token.is(KeyWord.BE))
                && token.tag() != Tag.VBZ
                && token.tag() != Tag.VBD
                && (infinitive || token.isVerb() || sentence.at(at + 1).tag() == Tag.PRPS);
    }
}
