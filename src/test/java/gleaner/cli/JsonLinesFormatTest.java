package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesFormatTest {

    @Test
    void aTextIsAnsweredWithItsFactsAndPreferences() throws IOException {
        assertThat(answer("{\"id\":\"a\",\"text\":\"I love pizza, call me Kim, no politics\"}"))
                .isEqualTo(
                        """
                        {"id":"a","facts":[{"turn":0,"relation":"loves","entity":"pizza",\
                        "entity_type":"food","polarity":"positive","temporal":"current",\
                        "confidence":0.9,"strength":0.75,"emotion":"happy","explicit":true,\
                        "denied":false,"evidence":"love pizza","rule":"test"}],\
                        "preferences":[{"turn":0,"key":"preferred_name","value":"Kim",\
                        "confidence":0.9,"explicit":true,"denied":false,"evidence":"call me Kim",\
                        "rule":"test"},{"turn":0,"key":"topic_preferences",\
                        "value":{"avoid":["politics"]},"confidence":0.9,"explicit":true,\
                        "denied":false,"evidence":"no politics","rule":"test"}]}\
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "17", "1.50", "12345678901234567890123", "null", "\"é\\\"\""})
    void anIdStaysAsItWas(String id) throws IOException {
        assertThat(answer("{\"id\":%s,\"text\":\"\"}".formatted(id)))
                .isEqualTo("{\"id\":%s,\"facts\":[],\"preferences\":[]}".formatted(id));
    }

    @Test
    void aDislikeIsNegative() throws IOException {
        assertThat(answer("{\"text\":\"hate figs\"}"))
                .contains("\"relation\":\"hates\"", "\"polarity\":\"negative\"");
    }

    @Test
    void everyUserTurnIsReadWithTheTurnsBeforeItAndNoOther() throws IOException {
        assertThat(
                        answer(
                                """
                                {"id":1,"messages":[{"role":"user","content":"love figs"},\
                                {"role":"assistant","content":"I love pears"},\
                                {"role":"user","content":"context?"}]}\
                                """))
                .contains("{\"turn\":0,\"relation\":\"loves\",\"entity\":\"figs\"")
                .contains(
                        "{\"turn\":2,\"relation\":\"loves\",\"entity\":\"before user:love figs"
                                + " assistant:I love pears\"")
                .doesNotContain("pears\",\"entity_type\":\"food\"}", "\"turn\":1");
    }

    @Test
    void atMostSixTurnsAreContext() throws IOException {
        var turns =
                IntStream.range(0, 8)
                        .mapToObj("{\"role\":\"user\",\"content\":\"t%d\"}"::formatted)
                        .collect(Collectors.joining(","));

        assertThat(
                        answer(
                                "{\"messages\":[%s,{\"role\":\"user\",\"content\":\"context?\"}]}"
                                        .formatted(turns)))
                .contains("before user:t2 user:t3 user:t4 user:t5 user:t6 user:t7\"");
    }

    @Test
    void contextIsAnotherNameOfMessagesAndTextOfContentAndComesBeforeAPlainText()
            throws IOException {
        assertThat(
                        answer(
                                """
                                {"text":"love plums","context":[{"role":"other","text":"love kiwis"},\
                                {"role":"user","text":"love figs"}]}\
                                """))
                .contains("\"turn\":1", "figs")
                .doesNotContain("plums", "kiwis");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":3|null|no JSON, from column 8 on",
                "{\"id\":3} {}|null|no JSON, from column 10 on",
                "{\"id\":1e9999999999}|null|a number with an exponent beyond all measure",
                "[]|null|no JSON object",
                "{\"id\":{},\"text\":\"\"}|null|\\\"id\\\" is neither a string nor a number",
                "{\"id\":3}|3|neither \\\"text\\\", a string, nor \\\"messages\\\", a list",
                "{\"id\":3,\"text\":5}|3|neither \\\"text\\\", a string, nor \\\"messages\\\", a"
                        + " list",
                "{\"id\":3,\"messages\":{}}|3|\\\"messages\\\" is no list",
                "{\"id\":3,\"messages\":[{\"role\":\"user\"}]}|3|message 0 has no \\\"content\\\","
                        + " a string",
                "{\"id\":3,\"messages\":[{\"content\":\"\"}]}|3|message 0 has no \\\"role\\\" of"
                        + " user, assistant, bot, system or other"
            })
    void aLineThatCannotBeReadIsAnsweredWithTheReason(String line, String id, String why)
            throws IOException {
        var lines = ExtractedLines.jsonl(line + "\n");

        assertThat(lines.out()).containsExactly("{\"id\":%s,\"error\":\"%s\"}".formatted(id, why));
        assertThat(lines.err()).containsExactly("line 1: " + why.replace("\\", ""));
        assertThat(lines.tally().refused()).isOne();
    }

    @Test
    void answersKeepTheOrderAndTheNumberOfTheLines() throws IOException {
        var input =
                IntStream.range(0, 5_000)
                        .mapToObj(i ->
                                i % 7 == 0
                                        ? "broken " + i
                                        : "{\"id\":%d,\"text\":\"\"}".formatted(i))
                        .collect(Collectors.joining("\n"));

        var out = ExtractedLines.jsonl(input).out();

        assertThat(out).hasSize(5_000);
        assertThat(IntStream.range(0, 5_000).filter(i -> i % 7 != 0))
                .allSatisfy(i -> assertThat(out.get(i)).startsWith("{\"id\":" + i + ","));
    }

    @Test
    void aTextLongerThanAMessageMayBeIsRefusedToTheByte() throws IOException {
        var limit = ExtractedLines.limits().textBytes();

        assertThat(answer("{\"text\":\"%s\"}".formatted("é".repeat(limit / 2)))).contains("facts");
        assertThat(answer("{\"text\":\"%s\"}".formatted("é".repeat(limit / 2) + "e")))
                .isEqualTo("{\"id\":null,\"error\":\"message 0 is longer than one may be\"}");
    }

    @Test
    void anEmptyLineIsAnsweredByAnEmptyLine() throws IOException {
        var lines = ExtractedLines.jsonl("\n{\"id\":1,\"text\":\"\"}\n\n");

        assertThat(lines.out())
                .containsExactly("", "{\"id\":1,\"facts\":[],\"preferences\":[]}", "");
        assertThat(lines.tally().refused()).isZero();
    }

    @Test
    void aBugInTheReaderCostsOneLineOnly() throws IOException {
        var lines =
                ExtractedLines.jsonl(
                        "{\"text\":\"love figs\"}\n{\"text\":\"crash\"}\n{\"text\":\"love figs\"}");

        assertThat(lines.out().get(1))
                .startsWith(
                        "{\"id\":null,\"error\":\"the reader failed:"
                                + " java.lang.IllegalStateException at gleaner.cli.LovingReader");
        assertThat(lines.out().get(2)).contains("figs");
    }

    @Test
    void nothingMoreIsReadOnceNobodyTakesTheAnswers() {
        var closed =
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("closed");
                            }
                        },
                        false,
                        StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ExtractedLines.jsonl("{\"text\":\"\"}\n", closed))
                .isInstanceOf(IOException.class)
                .hasMessage("standard output was closed");
    }

    @Test
    void anInputTooDeepIsRefused() throws IOException {
        var depth = ExtractedLines.limits().jsonDepth();

        assertThat(answer("{\"text\":\"\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}"))
                .startsWith("{\"id\":null,\"error\":\"no JSON");
    }

    private static String answer(String line) throws IOException {
        return String.join("\n", ExtractedLines.jsonl(line + "\n").out());
    }
}
