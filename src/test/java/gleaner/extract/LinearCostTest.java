package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Role;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No message costs more than its length: whoever writes four times as much makes the reader do four
 * times as much, and nobody can stop a partition with a message.
 */
class LinearCostTest {
    private static final int LENGTH = 4_000;
    private static final int TIMES = 4;

    /** Fixed costs are less of a longer text, and some are more: a quadratic one would be 16. */
    private static final double MOST_TIMES = 5;

    private static Consumer<String> reader = text -> {};

    /** What the counted classes make of a message. */
    public static final class Reading implements Consumer<String> {
        @Override
        public void accept(String text) {
            var asked = new Context(List.of(Facts.turn(Role.ASSISTANT, "Do you like tea?")));
            Facts.READER.read(Facts.turn(Role.USER, text), asked);
        }
    }

    @BeforeAll
    static void loadTheReaderCounted() throws ReflectiveOperationException {
        var type = new CountedClasses().loadClass(Reading.class.getName());
        var made = type.getDeclaredConstructor().newInstance();
        reader = text -> read(made, text);
    }

    @SuppressWarnings("unchecked")
    private static void read(Object reading, String text) {
        ((Consumer<String>) reading).accept(text);
    }

    static Stream<String> hostilePieces() {
        return Stream.concat(
                Stream.of(
                        "I love ",
                        "I like tea and ",
                        "I like tea, ",
                        "my wife's brother's ",
                        "my dog called Rex and ",
                        "not ",
                        "never not ",
                        "I think that you said that ",
                        "who said that ",
                        "if I ",
                        "because I ",
                        "the man who knows the man who ",
                        "to want to try to ",
                        "of the ",
                        "the best of the best of ",
                        "more than ",
                        "no wait, ",
                        "call me ",
                        "call me Bob, no, ",
                        "I'm 27 and ",
                        "in Oslo in ",
                        "at 5 pm UTC ",
                        "Anna Maria ",
                        "very really ",
                        "I used to, ",
                        "I'm from Oslo but ",
                        "love",
                        "a",
                        "A",
                        "1",
                        "1 ",
                        "4111 ",
                        "a@b.co ",
                        "a.b",
                        "'",
                        "\"",
                        "\" \"",
                        "“",
                        "“a” ",
                        "(",
                        "(a ",
                        ")",
                        "[",
                        "{\"a\":",
                        "<",
                        "<b>",
                        "```",
                        "```\n",
                        "*",
                        "* a *",
                        "> ",
                        "\n",
                        "\n\n",
                        " ",
                        "\t",
                        ".",
                        "...",
                        ". I ",
                        "?",
                        "? yes ",
                        "! ",
                        ",",
                        ", ",
                        "-",
                        " - ",
                        "/",
                        "he/",
                        ":",
                        "a: ",
                        "&",
                        "😀",
                        "😀 ",
                        "👩‍👩‍👧",
                        "é",
                        "ñ ",
                        "любовь ",
                        "我喜欢茶",
                        "أحب ",
                        "e\u0301",
                        "\u200b",
                        "\u202e",
                        "ａ",
                        "\ud800",
                        "http://a.b/",
                        "www.",
                        "ha",
                        "soooo ",
                        "password: ",
                        "my password is "),
                mixtures());
    }

    /** Pieces of the pieces, in an order that a seed decides. */
    private static Stream<String> mixtures() {
        var words =
                List.of(
                        "I", "my", "love", "not", "and", ",", "but", "(", ")", "\"", "“", "?", ".",
                        "\n", "who", "that", "to", "of", "the", "in", "Oslo", "😀", "я", "茶", "1",
                        "*", "<", ">", "```", "yes", "no", "call", "me", "if", "'s", "-", "/", ":");
        return IntStream.range(0, 40)
                .mapToObj(seed -> {
                    var random = new Random(seed);
                    var space = random.nextBoolean() ? " " : "";
                    return random.ints(2 + random.nextInt(9), 0, words.size())
                            .mapToObj(words::get)
                            .collect(Collectors.joining(space, "", space));
                });
    }

    @ParameterizedTest
    @MethodSource("hostilePieces")
    void fourTimesTheTextIsFourTimesTheWork(String piece) {
        var text = piece.repeat(LENGTH / piece.length() + 1);
        reader.accept(text);

        long once = CountedClasses.steps(() -> reader.accept(text));
        long fourTimes = CountedClasses.steps(() -> reader.accept(text.repeat(TIMES)));

        assertThat(fourTimes / (double) once).isLessThan(MOST_TIMES);
    }
}
