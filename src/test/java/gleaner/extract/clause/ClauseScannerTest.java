package gleaner.extract.clause;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.Trace;
import gleaner.extract.text.TextReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseScannerTest {
    private static final TextReader READER = TextReader.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Oslo and work at a bank | live work",
                "I love tea but hate coffee | love hate",
                "my wife cooks and I clean | clean",
                "Moved to Oslo last year | move",
                "been living here for years | live",
                "me and my wife live in Oslo | live",
                "never liked dogs | like",
                "obsessed with cats | be",
                "recommend a place, I love tacos | love",
                "do you like jazz i love it | love"
            })
    void theUsersOwnVerbsAreFound(String text, String verbs) {
        assertThat(clauses(text))
                .extracting(c -> c.verb().lemma())
                .containsExactly(verbs.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do you like jazz?",
                "what should I cook",
                "if I lived in Rome",
                "I wish I lived in Rome",
                "she says I cook well",
                "he thinks that I love him",
                "play the song that I love",
                "when I retire",
                "as if I cared",
                "I would have gone",
                "I almost bought a boat",
                "they live in Oslo",
                "He wrote: I live in Rome",
                "he said \"I love it\""
            })
    void whatIsAskedSupposedWishedOrReportedIsNoneOfThem(String text) {
        assertThat(clauses(text))
                .noneMatch(c -> c.weight() == 1 && !c.verb().lemma().equals("wish"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I don't like it | NEGATED",
                "I'm not really into it | NEGATED",
                "I've never liked it | NEGATED",
                "I don't think I like it | NEGATED",
                "I no longer like it | ENDED",
                "I don't live there anymore | ENDED",
                "I used to like it | USED_TO",
                "I will move | FUTURE",
                "I'm going to move | FUTURE",
                "I'd move | WOULD",
                "I can swim | CAN",
                "I have to go | OBLIGED",
                "I've moved | PERFECT",
                "I moved | PAST",
                "I'm moving | PROGRESSIVE",
                "I guess I like it | HEDGED",
                "I really like it | INTENSIFIED",
                "I kinda like it | DIMINISHED",
                "I usually like it | HABITUAL"
            })
    void theVerbGroupSaysHow(String text, Aspect aspect) {
        assertThat(clauses(text).getLast().aspects()).contains(aspect);
    }

    @Test
    void aClauseEndsWhereSomebodyElseActs() {
        var clause = clauses("I love tea and my wife loves coffee").getFirst();
        assertThat(clause.end()).isEqualTo(3);
    }

    private static List<Clause> clauses(String text) {
        var clauses = new ArrayList<Clause>();
        for (var sentence : READER.read(text)) {
            clauses.addAll(ClauseScanner.scan(sentence, Stated.in(sentence), Trace.NONE));
        }
        return clauses;
    }
}
