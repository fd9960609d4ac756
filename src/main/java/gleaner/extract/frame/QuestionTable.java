package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.List;
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
     * @param frame what the answer states, its complement the slot alone
     */
    private record Question(Wording wording, Frame frame) {}

    /** What an answer to this sentence can state, the likeliest first. */
    List<Frame> of(Sentence asked) {
        return questions.stream()
                .filter(question -> question.wording().isIn(asked))
                .map(Question::frame)
                .toList();
    }

    static QuestionTable load(Table table) {
        var questions = new ArrayList<Question>();
        for (var row : table.rows()) {
            questions.add(new Question(Wording.of(row.words(0)), frame(row)));
        }
        return new QuestionTable(questions);
    }

    private static Frame frame(Table.Row row) {
        var kinds = row.cell(3);
        return new Frame(
                "answer@" + row.line(),
                List.of(new Part.Slot(row.constant(Part.Content.class, 2))),
                Set.of(),
                Set.of(),
                FrameTable.relation(row, row.cell(1)),
                Frame.Negation.DENY,
                null,
                row.share(4),
                0.7,
                FrameTable.kinds(row, kinds.startsWith("!") ? kinds.substring(1) : kinds),
                kinds.startsWith("!"),
                Set.of());
    }
}
