package gleaner.extract.frame;

import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;

/**
 * Makes of a question what its answer states: "Do you like tea?" and "no" say "I do not like tea".
 */
final class AskedStatement {
    private AskedStatement() {}

    /** The statement, in words; empty where the question is open or about something else. */
    static String of(Sentence question, Reply reply) {
        boolean open =
                question.at(0).is(WordClass.WH)
                        || question.tokens().stream().anyMatch(token -> token.is("or"));
        int you = lastYou(question);
        if (open || you < 0) {
            return "";
        }
        var statement = new StringBuilder("i ");
        int from = you + 1;
        var auxiliary = question.at(you - 1);
        if (you > 0 && isAuxiliary(auxiliary)) {
            statement.append(auxiliary.is("are") ? "am" : auxiliary.lower());
        } else if (question.at(you + 1).is(WordClass.BE)) {
            statement.append("am");
            from++;
        } else {
            statement.append("do");
        }
        statement.append(reply == Reply.YES ? " " : " not ");
        for (int i = from; i < question.size() - 1; i++) {
            var token = question.at(i);
            boolean your = token.is(WordClass.YOU) && token.tag() == Tag.PRPS;
            statement.append(your ? "my" : token.text()).append(' ');
        }
        return statement.toString();
    }

    /** "Would you say you are into jazz?" asks whether you are. */
    private static int lastYou(Sentence question) {
        for (int i = question.size() - 1; i >= 0; i--) {
            boolean asked =
                    (i > 0 && isAuxiliary(question.at(i - 1)))
                            || question.at(i + 1).tag().isVerb()
                            || question.at(i + 1).is(WordClass.BE);
            if (question.at(i).is("you") && asked) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAuxiliary(Token token) {
        return token.is(WordClass.DO)
                || token.is(WordClass.BE)
                || token.is(WordClass.HAVE)
                || token.tag() == Tag.MD;
    }
}
