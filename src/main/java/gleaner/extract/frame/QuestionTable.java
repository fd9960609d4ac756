package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the assistant's question makes of an answer that has no verb of its own. */
final class QuestionTable {
    private final List<Question> questions;

    private QuestionTable(List<Question> questions) {
        this.questions = List.copyOf(questions);
    }

    /**
     * A kind of question.
     *
     * @param words what it contains, in this order; an empty set stands for any words between
     * @param frame what the answer states, its complement the slot alone
     */
    private record Question(List<Set<String>> words, Frame frame) {

        boolean isIn(Sentence sentence) {
            for (int from = 0; from < sentence.size(); from++) {
                if (matches(sentence, from, 0)) {
                    return true;
                }
            }
            return false;
        }

        private boolean matches(Sentence sentence, int at, int word) {
            if (word == words.size()) {
                return true;
            }
            if (words.get(word).isEmpty()) {
                for (int next = at; next < sentence.size(); next++) {
                    if (matches(sentence, next, word + 1)) {
                        return true;
                    }
                }
                return false;
            }
            return at < sentence.size()
                    && words.get(word).contains(sentence.at(at).lower())
                    && matches(sentence, at + 1, word + 1);
        }
    }

    /** What an answer to this sentence states, if it asks for anything that the table knows. */
    Optional<Frame> of(Sentence asked) {
        return questions.stream().filter(q -> q.isIn(asked)).map(Question::frame).findFirst();
    }

    static QuestionTable load(Table table) {
        var questions = new ArrayList<Question>();
        for (var row : table.rows()) {
            var words = new ArrayList<Set<String>>();
            for (var word : row.words(0)) {
                words.add(word.equals("..") ? Set.of() : Set.of(word.split("\\|", -1)));
            }
            var kinds = row.cell(3);
            questions.add(
                    new Question(
                            List.copyOf(words),
                            new Frame(
                                    "answer@" + row.line(),
                                    List.of(new Part.Slot(row.constant(Part.Content.class, 2))),
                                    Set.of(),
                                    Set.of(),
                                    FrameTable.relation(row, row.cell(1)),
                                    Frame.Negation.DENY,
                                    null,
                                    row.share(4),
                                    0.7,
                                    FrameTable.kinds(
                                            row,
                                            kinds.startsWith("!") ? kinds.substring(1) : kinds),
                                    kinds.startsWith("!"),
                                    row.cell(5).isEmpty()
                                            ? Set.of()
                                            : Set.of(row.constant(Option.class, 5)))));
        }
        return new QuestionTable(questions);
    }
}
