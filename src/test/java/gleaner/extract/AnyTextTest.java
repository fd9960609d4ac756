package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Role;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds of whatever people send. */
class AnyTextTest {
    private static final List<String> PIECES =
            List.of(
                    "I",
                    "i'm",
                    "im",
                    "my",
                    "we",
                    "not",
                    "n't",
                    "don't",
                    "never",
                    "love",
                    "like",
                    "live",
                    "in",
                    "Oslo",
                    "and",
                    ",",
                    "but",
                    ".",
                    "?",
                    "!",
                    "\"",
                    "“",
                    "”",
                    "```",
                    "> ",
                    "\n",
                    "{\"",
                    "<b>",
                    "</b>",
                    "wife",
                    "Anna",
                    "dog",
                    "called",
                    "Rex",
                    "no",
                    "wait",
                    "used",
                    "to",
                    "play",
                    "the",
                    "violin",
                    "favourite",
                    "colour",
                    "is",
                    "are",
                    "what",
                    "do",
                    "you",
                    "who",
                    "that",
                    "which",
                    "if",
                    "a",
                    "of",
                    "27",
                    "years",
                    "old",
                    "😀",
                    "é",
                    "4111 1111 1111 1111",
                    "a@b.co",
                    "mine",
                    "me",
                    "more",
                    "than",
                    "be",
                    "been",
                    "so",
                    "going",
                    "want",
                    "would",
                    "'d",
                    "'s",
                    "name",
                    "’",
                    "-",
                    "/",
                    "yes",
                    "nope");

    @Property(tries = 400)
    void noTextBreaksTheReader(@ForAll String text) {
        check(text);
    }

    @Property(tries = 1500)
    void noSentenceBreaksTheReader(@ForAll("chatter") String text) {
        check(text);
    }

    @Provide
    Arbitrary<String> chatter() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(words -> String.join(" ", words));
    }

    private static void check(String text) {
        var turn = Facts.turn(Role.USER, text);
        var asked = new Context(List.of(Facts.turn(Role.ASSISTANT, text + " Do you like tea?")));
        var extraction = Facts.READER.read(turn, asked);
        assertThat(Facts.READER.read(turn, asked)).isEqualTo(extraction);
        for (var observation : extraction.observations()) {
            var evidence = observation.evidence();
            assertThat(evidence.end()).isLessThanOrEqualTo(text.length());
            var quote = evidence.quote();
            if (quote != null) {
                assertThat(evidence.start() + quote.length()).isLessThanOrEqualTo(text.length());
                for (int i = 0; i < quote.length(); i++) {
                    assertThat(quote.charAt(i)).isIn('•', text.charAt(evidence.start() + i));
                }
            }
        }
        for (var span : extraction.unread()) {
            assertThat(span.start()).isBetween(0, span.end());
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
        }
    }
}
