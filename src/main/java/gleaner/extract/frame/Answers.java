package gleaner.extract.frame;

import gleaner.extract.clause.ClauseScanner;
import gleaner.extract.clause.Stated;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.TextReader;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
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
     * Reads the first sentence of an answer.
     *
     * @param asked the end of the assistant's turn
     */
    void read(Scene scene, List<Sentence> asked) {
        var question = question(asked);
        if (question == null || scene.sentence().question()) {
            return;
        }
        int at = 0;
        int reply = reply(scene.sentence());
        if (reply != 0) {
            settle(scene, question, reply > 0);
            at = 1;
        }
        name(scene, question, at);
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

    /** 1 for a yes, -1 for a no, 0 for neither. */
    private static int reply(Sentence answer) {
        var first = answer.at(0);
        if (first.is(WordClass.AFFIRMATIVE)) {
            return 1;
        }
        return first.is(WordClass.NEGATIVE) && !answer.at(1).isNoun() ? -1 : 0;
    }

    /** "Do you like sushi?" "Yes": reads it as "I do like sushi". */
    private void settle(Scene scene, Sentence question, boolean yes) {
        int you = 1;
        while (you < question.size() && !question.at(you).is("you")) {
            you++;
        }
        var auxiliary = question.at(you - 1);
        boolean open =
                question.at(0).is(WordClass.WH)
                        || question.tokens().stream().anyMatch(token -> token.is("or"));
        if (you >= question.size() || open || !isAuxiliary(auxiliary)) {
            return;
        }
        var statement = new StringBuilder("i ");
        statement.append(auxiliary.is("are") ? "am" : auxiliary.lower());
        statement.append(yes ? " " : " not ");
        for (int i = you + 1; i < question.size() - 1; i++) {
            statement.append(question.at(i).text()).append(' ');
        }
        var facts = new Facts(tables);
        for (var sentence : textReader.read(statement.toString())) {
            var said = Scene.of(sentence, null, Stated.in(sentence), tables, facts);
            for (var clause : ClauseScanner.scan(sentence, said.stated())) {
                new ClauseFacts(said).read(clause);
            }
        }
        for (var finding : facts.findings()) {
            scene.facts().adopt(finding, scene.sentence(), YES);
        }
    }

    private static boolean isAuxiliary(Token token) {
        return token.is(WordClass.DO)
                || token.is(WordClass.BE)
                || token.is(WordClass.HAVE)
                || token.tag() == Tag.MD;
    }

    /** "a nurse", "two cats, Tom and Jerry", "it's ramen". */
    private void name(Scene scene, Sentence question, int from) {
        var frame = tables.questions().of(question).orElse(null);
        if (frame == null) {
            return;
        }
        var sentence = scene.sentence();
        int at = leadIn(sentence, from);
        var match = scene.matcher().matchAt(frame.complement(), at, sentence.size());
        if (match == null || isSubject(sentence, match.end())) {
            return;
        }
        var claim = Claim.of(frame, 1, 0, match.end());
        for (var phrase : match.phrases()) {
            claim(scene, claim, phrase);
        }
    }

    private void claim(Scene scene, Claim claim, Phrase phrase) {
        if (Having.isPersonal(claim.relation()) && phrase.none()) {
            scene.facts().claim(claim.deniedIf(true), phrase, scene.sentence());
            return;
        }
        var relatives = new Relatives(scene.sentence(), tables);
        var called = relatives.called(phrase, relatives.headOf(phrase));
        if (!Having.isPersonal(claim.relation())) {
            scene.facts().claim(claim, phrase, scene.sentence());
            return;
        }
        var names = new Naming(scene.sentence(), tables.typer()).behind(phrase.next());
        if (names.isEmpty()) {
            var name =
                    tables.typer().isFirstName(phrase.name().toLowerCase(Locale.ROOT))
                            ? phrase.name()
                            : called;
            scene.facts().claim(claim, phrase, scene.sentence(), name);
            return;
        }
        for (var name : names) {
            var full = claim.relation() == Relation.HAS_PET ? called + " " + name : name;
            scene.facts().claim(claim, phrase, scene.sentence(), full);
        }
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
