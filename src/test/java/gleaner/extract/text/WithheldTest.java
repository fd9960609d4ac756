package gleaner.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldTest {
    private static final TextReader READER = TextReader.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.org/a?b=c",
                "https://example.org/a-b",
                "mara@example.org",
                "4111 1111 1111 1111",
                "1 555-123-4567",
                "sk-9f8e7d6c5b4a3210"
            })
    void nothingOfItGoesOnAsWords(String withheld) {
        assertThat(kept("it is " + withheld)).doesNotContainAnyElementsOf(words(withheld));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1990-05-12", "1999-2004", "12345", "a-very-long-compound-word", "10:30"})
    void whatOnlyLooksLikeItStays(String plain) {
        assertThat(kept("it is " + plain)).contains(plain);
    }

    /** Places that were searched are not searched again; that must make no difference. */
    @Property
    void whatWasSearchedBeforeMakesNoDifference(@ForAll("texts") String text) {
        var remembering = new Withheld(text);

        for (int at = 0; at < text.length(); at++) {
            if (Signs.isWordCharacter(text.charAt(at))) {
                assertThat(
                                List.of(
                                        remembering.addressEnd(at, text.length()),
                                        remembering.secretEnd(at, text.length())))
                        .as("%s at %d", text, at)
                        .isEqualTo(
                                List.of(
                                        new Withheld(text).addressEnd(at, text.length()),
                                        new Withheld(text).secretEnd(at, text.length())));
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "1",
                        "12345",
                        "abc",
                        "-",
                        "--",
                        " ",
                        "@",
                        "://",
                        "www.",
                        ".",
                        "(",
                        ")",
                        "\"",
                        "/",
                        "1990-05-12",
                        "x1y2z3")
                .list()
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    /** Words and stretches that are found to be neither an address nor a secret. */
    private static List<String> kept(String text) {
        var kept = new ArrayList<String>();
        for (var sentence : READER.read(text)) {
            for (var token : sentence.tokens()) {
                if (token.tag() != Tag.URL && token.tag() != Tag.SECRET) {
                    kept.add(token.text());
                }
            }
        }
        return kept;
    }

    private static List<String> words(String text) {
        return List.of(text.split("[^\\w]+"));
    }
}
