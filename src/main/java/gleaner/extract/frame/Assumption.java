package gleaner.extract.frame;

import gleaner.extract.Finding;
import gleaner.extract.Trace;
import gleaner.extract.clause.ClauseScanner;
import gleaner.extract.clause.Stated;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.TextReader;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import java.util.List;

/** Reads in a question what a "yes" to it states: of "Do you like sushi?", "I do like sushi". */
final class Assumption {
    private final FactTables tables;
    private final AssumptionTable table;
    private final TextReader textReader;

    Assumption(FactTables tables, TextReader textReader) {
        this.tables = tables;
        this.table = tables.assumptions();
        this.textReader = textReader;
    }

    /** What is stated where the question is answered with yes or with no. */
    List<Finding> answered(Sentence question, boolean yes) {
        int you = subject(question);
        if (you < 0) {
            return List.of();
        }
        var auxiliary = question.at(you - 1);
        return isAuxiliary(auxiliary)
                ? read(table.stated(auxiliary.lower(), yes, rest(question, you + 1)))
                : declared(question, you, yes);
    }

    /** What is stated in these words. */
    List<Finding> read(String statement) {
        var facts = new Facts(tables, Trace.NONE);
        for (var sentence : textReader.read(statement)) {
            var said = Scene.of(sentence, null, Stated.in(sentence), tables, facts);
            for (var clause : ClauseScanner.scan(sentence, said.stated(), Trace.NONE)) {
                new ClauseFacts(said).read(clause);
            }
            new Possessions(said).read();
        }
        return facts.findings();
    }

    /** The "you" of whom something is asked; -1 where the question leaves more open. */
    private static int subject(Sentence question) {
        boolean open =
                question.at(0).is(WordClass.WH)
                        || question.tokens().stream().anyMatch(token -> token.is(KeyWord.OR));
        if (open) {
            return -1;
        }
        int you = next(question, 0);
        boolean saying =
                question.at(you + 1).is(KeyWord.SAY) || question.at(you + 1).is(KeyWord.CALL);
        you = saying ? next(question, you + 1) : you;
        return you < question.size() ? you : -1;
    }

    private static int next(Sentence question, int from) {
        int you = from;
        while (you < question.size() && !question.at(you).is(KeyWord.YOU)) {
            you++;
        }
        return you;
    }

    /** "So you live in Berlin?" */
    private List<Finding> declared(Sentence question, int you, boolean yes) {
        var verb = question.at(you + 1);
        if (verb.is(WordClass.BE) || isAuxiliary(verb)) {
            return read(table.stated(verb.lower(), yes, rest(question, you + 2)));
        }
        if (!verb.word().can(Forms.VERB)) {
            return List.of();
        }
        return read(table.stated(yes, rest(question, you + 1)));
    }

    /** To the end, or to what only asks to agree: ", right?". */
    private String rest(Sentence question, int from) {
        int end = question.size();
        while (end > from && isNoPart(question.at(end - 1))) {
            end--;
        }
        var rest = new StringBuilder();
        for (int i = from; i < end; i++) {
            var token = question.at(i);
            rest.append(table.turned(token.lower(), token.text())).append(' ');
        }
        return rest.toString();
    }

    private static boolean isNoPart(Token token) {
        return token.tag().isBreak() || token.tag() == Tag.UH || token.is(WordClass.AGREEMENT);
    }

    private static boolean isAuxiliary(Token token) {
        return token.is(WordClass.DO)
                || token.is(WordClass.BE)
                || token.is(WordClass.HAVE)
                || token.tag() == Tag.MD;
    }
}
