package gleaner.extract.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.text.TextReader;
import gleaner.extract.type.Kind;
import gleaner.extract.type.Typer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectsTest {
    private static final TextReader READER = TextReader.load();
    private static final Typer TYPER = Typer.load(READER.lexicon());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I love pizza | pizza",
                "I love pizza, sushi and a good curry | pizza;sushi;curry",
                "I love two old Italian comic books | old Italian comic book",
                "I love a couple of cats | cat",
                "I love playing the guitar | playing guitar",
                "I love to bake bread and swim | baking bread;swimming",
                "I love going to the gym | going to gym",
                "I love going fishing | fishing",
                "I love learning how to surf | learning to surf",
                "I love the Lord of the Rings | Lord of the Rings",
                "I love \"The Office\" | The Office",
                "I love the colour red | red",
                "I love sports, especially tennis | sport;tennis",
                "I love Portland, Oregon | Portland, Oregon",
                "I love physics | physics",
                "I love tea | tea"
            })
    void listsAreReadToTheirBaseForms(String text, String names) {
        assertThat(list(text)).extracting(Phrase::name).containsExactly(names.split(";", -1));
    }

    @Test
    void noMeansNone() {
        assertThat(list("I love no cats").getFirst().none()).isTrue();
    }

    @Test
    void pronounsNameNothing() {
        assertThat(list("I love it")).extracting(Phrase::form).containsExactly(Phrase.Form.PRONOUN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oslo | PLACE",
                "norway | PLACE",
                "welsh | LANGUAGE",
                "nurse | OCCUPATION",
                "golden retriever | PET",
                "thai food | FOOD",
                "mountain biking | HOBBY",
                "daughter | FAMILY",
                "pickup truck | VEHICLE",
                "siemens | ORGANIZATION",
                "xyzzy | OTHER"
            })
    void phrasesAreTyped(String phrase, Kind kind) {
        assertThat(TYPER.of(phrase, List.of(kind))).isEqualTo(kind);
    }

    private static List<Phrase> list(String text) {
        var sentence = READER.read(text).getFirst();
        return new Objects(sentence, TYPER).list(2, sentence.size());
    }
}
