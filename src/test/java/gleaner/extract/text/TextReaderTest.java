package gleaner.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static final TextReader READER = TextReader.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I don't know | i do n't know",
                "im happy, ive eaten | i 'm happy , i 've eaten",
                "I’m here | i 'm here",
                "dont wanna go | do n't want to go",
                "cats n dogs | cats and dogs",
                "my fav band | my favorite band",
                "my dog's tail | my dog 's tail",
                "well-known, 3.5 kg at 10:30 | well-known , 3.5 kg at 10:30",
                "Dr. Who lives. | dr who lives ."
            })
    void clauseWordsAreSplitAndSpeltOut(String text, String tokens) {
        assertThat(lower(text)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i lvoe it | i love it",
                "i liek it | i like it",
                "sooo goood | so good",
                "definately | definitely"
            })
    void slipsInCommonWordsArePutRight(String text, String tokens) {
        assertThat(lower(text)).isEqualTo(tokens);
    }

    @Test
    void sentencesKnowHowTheyEnd() {
        var sentences = READER.read("Hi there! Are you ok?? I am.");
        assertThat(sentences).hasSize(3);
        assertThat(sentences.get(0).exclaimed()).isTrue();
        assertThat(sentences.get(1).question()).isTrue();
        assertThat(sentences.get(2).question()).isFalse();
    }

    @Test
    void tokensStandWhereTheyStand() {
        var text = "Hey 😀 I'm from Malmö.";
        for (var token : READER.read(text).getFirst().tokens()) {
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\nI live in Rome\n```",
                "> I live in Rome",
                "User: I live in Rome",
                "assistant: I live in Rome",
                "{\"text\": \"I live in Rome\"}",
                "<system>I live in Rome</system>",
                "`I live in Rome`"
            })
    void whatIsNotTheWritersOwnIsLeftOut(String text) {
        assertThat(lower(text)).doesNotContain("rome");
        assertThat(lower(text + "\nI do live in Rome")).contains("rome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my bio, can u shorten it\n---\nI live in Rome\n---\nthanks",
                "my bio, can u shorten it\n---\nI live in Rome",
                "I live in Rome\nand like it\n\nfix the grammar in that please"
            })
    void whatWorkIsAskedOnIsLeftOut(String text) {
        assertThat(lower(text)).doesNotContain("rome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm a nurse\n---\nI live in Rome",
                "I live in Rome\nand like it\n\ncan you recommend a vet?"
            })
    void whatNoWorkIsAskedOnIsTheWritersOwn(String text) {
        assertThat(lower(text)).contains("rome");
    }

    @Test
    void aNoEndsItsSentence() {
        assertThat(READER.read("no. switch to Polish")).hasSize(2);
    }

    @Test
    void balancedQuotesAreMarkedAlsoAcrossSentences() {
        assertThat(quoted("He said \"I love it. I do.\" and left"))
                .isEqualTo("\" i love it . i do . \"");
        assertThat(quoted("I am 5'10\" tall")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call 0171 555 0123 now | 0171 555 0123 | SECRET",
                "see https://example.com/x. | https://example.com/x | URL",
                "write a.b@example.com | a.b@example.com | URL",
                "key sk-abc123def456ghi789 | sk-abc123def456ghi789 | SECRET"
            })
    void secretsAndAddressesAreNamedAsSuch(String text, String token, Tag tag) {
        assertThat(READER.read(text).stream().flatMap(s -> s.tokens().stream()))
                .anySatisfy(t -> {
                    assertThat(t.text()).isEqualTo(token);
                    assertThat(t.tag()).isEqualTo(tag);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"born 1990-05-12", "from 2015-2019", "in 1990", "at 10:30"})
    void datesAreNoSecrets(String text) {
        assertThat(READER.read(text).getFirst().tokens()).noneMatch(t -> t.tag() == Tag.SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I work at a bank | work | VBP",
                "I went to work | work | NN",
                "my work is hard | work | NN",
                "I love it | love | VBP",
                "I want to play | play | VB",
                "I like it | like | VBP",
                "singers like him | like | IN",
                "my cat likes painting | likes | VBZ",
                "I have lived here | lived | VBN",
                "I live in Oslo | Oslo | NNP"
            })
    void theSentenceDecidesThePartOfSpeech(String text, String word, Tag tag) {
        assertThat(READER.read(text).getFirst().tokens())
                .anySatisfy(t -> {
                    assertThat(t.text()).isEqualTo(word);
                    assertThat(t.tag()).isEqualTo(tag);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hoping | hope",
                "hopping | hop",
                "moved | move",
                "studies | study",
                "went | go",
                "lying | lie",
                "running | run",
                "visited | visit"
            })
    void verbsAreTracedToTheirBase(String form, String base) {
        assertThat(READER.lexicon().word(form).verb()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cats | cat",
                "children | child",
                "puppies | puppy",
                "wives | wife",
                "news | news"
            })
    void nounsAreTracedToTheirSingular(String form, String singular) {
        assertThat(READER.lexicon().word(form).noun()).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bake | baking",
                "run | running",
                "lie | lying",
                "see | seeing",
                "visit | visiting"
            })
    void activitiesAreNamedByTheIngForm(String verb, String gerund) {
        assertThat(READER.lexicon().gerund(verb)).isEqualTo(gerund);
    }

    private static String lower(String text) {
        return READER.read(text).stream()
                .flatMap(s -> s.tokens().stream())
                .map(Token::lower)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        List<Token> tokens = READER.read(text).stream().flatMap(s -> s.tokens().stream()).toList();
        return tokens.stream()
                .filter(Token::quoted)
                .map(Token::lower)
                .collect(Collectors.joining(" "));
    }
}
