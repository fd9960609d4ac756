package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands, unsaid, before an answer that begins with a verb. Immutable; shared by threads. */
final class Completions {
    private final List<Completion> completions;

    private Completions(List<Completion> completions) {
        this.completions = List.copyOf(completions);
    }

    private record Completion(Wording wording, String lead) {}

    static Completions load(Table table) {
        var completions = new ArrayList<Completion>();
        for (var row : table.rows()) {
            completions.add(new Completion(Wording.of(row.words(0)), row.cell(1)));
        }
        return new Completions(completions);
    }

    /** The words that an answer to this goes on from. */
    Optional<String> of(Sentence asked) {
        return completions.stream()
                .filter(completion -> completion.wording().isIn(asked))
                .map(Completion::lead)
                .findFirst();
    }
}
