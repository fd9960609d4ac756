package gleaner.extract.frame;

import gleaner.extract.Trace;
import gleaner.extract.clause.ClauseScanner;
import gleaner.extract.clause.Stated;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.TextReader;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers that mean something only after the question: "ramen" after "What's your favourite
 * food?", "yes" after "Do you have pets?".
 */
final class Answers {
    private static final double YES = 0.8;

    private final FactTables tables;
    private final TextReader textReader;

    Answers(FactTables tables, TextReader textReader) {
        this.tables = tables;
        this.textReader = textReader;
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
        var reply = Reply.of(scene.sentence());
        if (first && reply != Reply.NONE) {
            settle(scene, question, reply);
        }
        name(scene, question, reply == Reply.NONE ? 0 : 1);
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

    /** Words without a verb that has a subject. */
    static boolean isFragment(Sentence sentence) {
        return sentence.tokens().stream()
                .noneMatch(t -> t.tag().isFinite() || t.is(WordClass.SELF) || t.is(WordClass.BE));
    }

    /** "Do you like sushi?" "Yes": reads it as "I do like sushi". */
    private void settle(Scene scene, Sentence question, Reply reply) {
        var statement = AskedStatement.of(question, reply);
        if (statement.isEmpty()) {
            return;
        }
        var facts = new Facts(tables, Trace.NONE);
        for (var sentence : textReader.read(statement)) {
            var said = Scene.of(sentence, null, Stated.in(sentence), tables, facts);
            for (var clause : ClauseScanner.scan(sentence, said.stated(), Trace.NONE)) {
                new ClauseFacts(said).read(clause);
            }
        }
        for (var finding : facts.findings()) {
            scene.facts().adopt(finding, scene.sentence(), YES);
        }
    }

    /** "a nurse", "two cats, Tom and Jerry", "it's ramen". */
    private void name(Scene scene, Sentence question, int from) {
        var frame = tables.questions().of(question).orElse(null);
        if (frame == null || (frame.is(Option.CHOICE) && !isChoice(question))) {
            return;
        }
        var sentence = scene.sentence();
        int at = leadIn(sentence, from);
        var match = scene.matcher().matchAt(frame.complement(), at, sentence.size());
        if (match == null || isSubject(sentence, match.end())) {
            return;
        }
        var claim = Claim.of(frame, 1, 0, match.end());
        var having = new Having(scene);
        Relation inherited = null;
        for (var phrase : match.phrases()) {
            if (Having.isPersonal(claim.relation()) && !phrase.none()) {
                var relation = somebody(scene, having, claim, phrase, frame, inherited);
                inherited = relation == null ? inherited : relation;
            } else {
                scene.facts().claim(claim.deniedIf(phrase.none()), phrase, sentence);
            }
        }
        if (frame.relation() == Relation.WORKS_AS) {
            new Employers(scene).behind(match.end(), sentence.size(), 1, Temporal.CURRENT);
        }
    }

    private @Nullable Relation somebody(
            Scene scene,
            Having having,
            Claim claim,
            Phrase phrase,
            Frame frame,
            @Nullable Relation inherited) {
        boolean named = tables.typer().isFirstName(phrase.name().toLowerCase(Locale.ROOT));
        if (inherited == null && named) {
            return scene.facts().claim(claim, phrase, scene.sentence()) ? claim.relation() : null;
        }
        return having.claim(claim, phrase, frame, inherited);
    }

    /** "Tea or coffee?": no verb, things alone. */
    private static boolean isChoice(Sentence question) {
        return question.tokens().stream()
                .noneMatch(t -> t.isVerb() || t.tag() == Tag.MD || t.tag() == Tag.PRP);
    }

    /** Behind "well, it's", "I'd say", "probably", "in". */
    private static int leadIn(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size()) {
            var token = sentence.at(at);
            boolean lead =
                    token.tag() == Tag.UH
                            || token.tag() == Tag.COMMA
                            || token.tag() == Tag.IN
                            || token.tag() == Tag.TO
                            || token.is(WordClass.GREETING)
                            || token.is(WordClass.NEGATIVE)
                            || (token.is(WordClass.FILLER) && !token.is(WordClass.DETERMINER))
                            || token.is("it")
                            || token.is("that")
                            || token.is("they")
                            || token.is("there")
                            || token.is("would")
                            || token.is("definitely")
                            || token.is(WordClass.BE)
                            || isOpinion(sentence, at);
            if (!lead) {
                break;
            }
            at++;
        }
        return at;
    }

    /** "I guess", "I'd say", "I think it's". */
    private static boolean isOpinion(Sentence sentence, int at) {
        var token = sentence.at(at);
        var next = sentence.at(at + 1);
        boolean self =
                token.is(WordClass.SELF)
                        && (next.is(WordClass.OPINION) || next.is("'d") || next.is("would"));
        return self
                || (at > 0 && token.is(WordClass.OPINION) && sentence.at(at - 1).is("i"))
                || (at > 0 && (token.is("'d") || token.is("say")));
    }

    private static boolean isSubject(Sentence sentence, int at) {
        var token = sentence.at(at);
        return token.tag().isFinite() || (token.is(WordClass.BE) && token.isVerb());
    }
}
