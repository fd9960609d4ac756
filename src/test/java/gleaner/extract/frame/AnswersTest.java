package gleaner.extract.frame;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Role;
import gleaner.extract.Context;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.extract.Turn;
import gleaner.memory.Observation;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers say that mean something only after the assistant's question. */
class AnswersTest {
    private static final EmbeddedReader READER =
            EmbeddedReader.load(new ReadingLimits(50, 240, true));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Coffee or tea?           | coffee, always                      | prefers coffee",
                "Coffee or tea?           | neither, hot chocolate              | prefers hot"
                        + " chocolate",
                "Mountains or the sea?    | the sea, up there I can't breathe   | prefers sea",
                "Cats or dogs?            | both!                               | likes cat; likes"
                        + " dog",
                "So you live in Berlin?   | close, Potsdam                      | lives_in potsdam",
                "You work at Boeing, right? | no, Airbus                        | -works_at boeing;"
                        + " works_at airbus",
                "Have you ever been to Asia? | only Vietnam. two weeks          | visited vietnam",
                "Do you still work at the hotel? | not since March              | -works_at hotel",
                "Would you say you're into horror movies? | not really           | dislikes horror"
                        + " movie",
                "How many children do you have? | Four. Three boys and a girl   | has_child boy;"
                        + " has_child girl",
                "Do you know any programming? | mostly python, some sql from work | knows python;"
                        + " knows sql",
                "What do you do to unwind? | practise my violin                 | practices violin",
                "What's your big goal?    | be a paramedic                      | goal paramedic",
                "Are you married?         | 12 years already, to Ahmed          | married_to ahmed",
                "Any animals?             | yes! one cat and a turtle           | has_pet cat;"
                        + " has_pet turtle",
                "Do you play any instruments? | nope never, no patience         | -plays"
                        + " instrument",
                "Coffee or tea?           | surprise me                         | ''",
                "Short version or long version? | long                          | ''",
                "So you live in Berlin?   | close, my mother does               | ''",
            })
    void anAnswerMeansWhatItsQuestionAsks(String asked, String answer, String facts) {
        var expected = facts.isEmpty() ? List.of() : Arrays.asList(facts.split("; ", -1));
        assertThat(read(asked, answer))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Object::toString).toList());
    }

    private static List<String> read(String asked, String answer) {
        var before = new Context(List.of(turn(Role.ASSISTANT, asked)));
        return READER.read(turn(Role.USER, answer), before).observations().stream()
                .filter(o -> o.statement() instanceof Statement.Fact)
                .map(AnswersTest::written)
                .toList();
    }

    private static String written(Observation observation) {
        var fact = (Statement.Fact) observation.statement();
        var name = fact.entity().name().toLowerCase(Locale.ROOT);
        return (observation.denied() ? "-" : "") + fact.relation().wireName() + " " + name;
    }

    private static Turn turn(Role role, String text) {
        var source = new Source("event", "conversation", "message", Instant.EPOCH, null, null);
        return new Turn("user-1", role, text, null, source);
    }
}
