package gleaner.event;

import static gleaner.event.Records.holding;
import static gleaner.event.Records.message;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
    /** Stands for whatever people say; it must not come back in any reason. */
    private static final String SECRET = "xyzzy";

    private static final DecodeLimits SMALL = new DecodeLimits(400, 40, 4);

    /** Records that break one rule each, with the secret in every place that they have. */
    private static final Map<Flaw, Records> BROKEN =
            Map.ofEntries(
                    Map.entry(Flaw.RECORD_TOO_LARGE, holding(SECRET.repeat(100))),
                    Map.entry(Flaw.NOT_UTF8, holding(latin1("{\"user_id\": \"xyzzy\u00E9\"}"))),
                    Map.entry(Flaw.NOT_JSON, holding("{\"user_id\": " + SECRET + "}")),
                    Map.entry(Flaw.TOO_DEEP, message("\"xyzzy\": [[[[\"xyzzy\"]]]]")),
                    Map.entry(Flaw.NUMBER_TOO_LONG, message("\"xyzzy\": " + "7".repeat(101))),
                    Map.entry(Flaw.DUPLICATE_FIELD, message("\"xyzzy\": 1", "\"xyzzy\": 2")),
                    Map.entry(Flaw.NOT_AN_OBJECT, holding("[\"xyzzy\"]")),
                    Map.entry(Flaw.BAD_CLOUDEVENT, message().with("ce_specversion", SECRET)),
                    Map.entry(Flaw.WRONG_TYPE, message("\"platform\": {\"xyzzy\": 1}")),
                    Map.entry(Flaw.FIELD_TOO_LONG, message(field("event_id", "xyzzy".repeat(52)))),
                    Map.entry(Flaw.BAD_ID, message(field("message_id", "xyzzy\\u0000"))),
                    Map.entry(
                            Flaw.MISSING_USER_ID,
                            holding("{\"role\": \"user\", \"content\": \"xyzzy\"}").keyed(" ")),
                    Map.entry(
                            Flaw.MISSING_MESSAGE_ID,
                            message(field("type", "message.edited"), field("xyzzy", "xyzzy"))),
                    Map.entry(
                            Flaw.MISSING_CONVERSATION_ID,
                            holding(
                                            "{\"type\": \"conversation.forgotten\", \"user_id\":"
                                                    + " \"xyzzy\"}")
                                    .keyed("xyzzy")),
                    Map.entry(Flaw.MISSING_ROLE, holding("{\"user_id\": \"xyzzy\"}")),
                    Map.entry(Flaw.BAD_ROLE, holding("{\"user_id\": \"a\", \"role\": \"xyzzy\"}")),
                    Map.entry(
                            Flaw.MISSING_CONTENT,
                            holding("{\"user_id\":\"xyzzy\",\"role\":\"user\"}")),
                    Map.entry(
                            Flaw.TEXT_TOO_LONG,
                            holding(
                                    "{\"user_id\": \"xyzzy\", \"role\": \"user\", "
                                            + field("content", SECRET.repeat(10))
                                            + "}")),
                    Map.entry(Flaw.BAD_TIMESTAMP, message(field("timestamp", SECRET))));

    static Stream<Flaw> flaws() {
        return Stream.of(Flaw.values());
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void everyFlawIsNamedWithoutAWordOfTheContent(Flaw flaw) {
        var record = requireNonNull(BROKEN.get(flaw), "a record with this flaw");

        assertThat(record.decoded(SMALL))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> {
                            assertThat(rejected.errorClass())
                                    .isEqualTo(flaw.name().toLowerCase(Locale.ROOT));
                            assertThat(rejected.reason())
                                    .isNotBlank()
                                    .hasSizeLessThan(250)
                                    .doesNotContain(SECRET);
                        });
    }

    @ParameterizedTest
    @CsvSource({"39,''", "40,''", "41,text_too_long"})
    void theTextIsMeasuredInBytes(int bytes, String flaw) {
        assertThat(content("x".repeat(bytes)).flaw(SMALL)).isEqualTo(flaw);
        assertThat(content("\u00E9" + "x".repeat(bytes - 2)).flaw(SMALL)).isEqualTo(flaw);
        assertThat(content("\u20AC" + "x".repeat(bytes - 3)).flaw(SMALL)).isEqualTo(flaw);
        assertThat(content("\uD83D\uDE00" + "x".repeat(bytes - 4)).flaw(SMALL)).isEqualTo(flaw);
        assertThat(content("\\ud800" + "x".repeat(bytes - 3)).flaw(SMALL)).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"399,''", "400,''", "401,record_too_large"})
    void theRecordIsMeasuredInBytes(int bytes, String flaw) {
        var shell = "{\"role\": \"user\", \"content\": \"\", \"pad\": \"\"}";
        var padded =
                shell.replace("\"pad\": \"", "\"pad\": \"" + "x".repeat(bytes - shell.length()));

        assertThat(holding(padded).flaw(SMALL)).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"2,''", "3,''", "4,too_deep"})
    void depthCountsTheEventItself(int arrays, String flaw) {
        assertThat(message("\"x\": " + "[".repeat(arrays) + "]".repeat(arrays)).flaw(SMALL))
                .isEqualTo(flaw);
        assertThat(
                        message("\"x\": " + "{\"x\":".repeat(arrays) + "1" + "}".repeat(arrays))
                                .flaw(SMALL))
                .isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"99,''", "100,''", "101,number_too_long"})
    void aNumberHasAHundredDigitsAtMost(int digits, String flaw) {
        assertThat(message("\"x\": " + "7".repeat(digits)).flaw()).isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"254,''", "255,''", "256,field_too_long"})
    void anIdHas255CharactersAtMost(int characters, String flaw) {
        for (var name : new String[] {"event_id", "conversation_id", "message_id", "platform"}) {
            assertThat(message(field(name, "x".repeat(characters))).flaw())
                    .as(name)
                    .isEqualTo(flaw);
        }
        // Two UTF-16 units each, but one character for the database.
        assertThat(message(field("message_id", "\uD83D\uDE00".repeat(characters))).flaw())
                .isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"254,''", "255,''", "256,missing_user_id"})
    void aKeyStandsForTheUserOnlyWhereItCanBeAnId(int characters, String flaw) {
        var anonymous = holding("{\"role\": \"user\", \"content\": \"hi\"}");

        assertThat(anonymous.keyed("x".repeat(characters)).flaw()).isEqualTo(flaw);
    }

    @Test
    void noKeyAndNoUserIsNobody() {
        var anonymous = holding("{\"role\": \"user\", \"content\": \"hi\"}");

        assertThat(anonymous.keyed((String) null).flaw()).isEqualTo("missing_user_id");
        assertThat(anonymous.keyed("").flaw()).isEqualTo("missing_user_id");
        assertThat(anonymous.keyed("a\u0000").flaw()).isEqualTo("missing_user_id");
        assertThat(anonymous.keyed(new byte[] {-1}).flaw()).isEqualTo("missing_user_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"a\": 1} x", "{\"a\": 1}{}", "{'a': 1}", "{\"a\": NaN}"})
    void whatIsNoWholeJsonIsRefused(String value) {
        assertThat(holding(value).flaw()).isEqualTo("not_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void whatIsNoObjectIsRefused(String value) {
        assertThat(holding(value).flaw()).isEqualTo("not_an_object");
    }

    @Test
    void bytesThatOnlyResembleUtf8AreRefused() {
        for (var bytes :
                new byte[][] {
                    {'"', (byte) 0xC0, (byte) 0x80, '"'}, // NUL in two bytes
                    {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, // half a surrogate pair
                    {'"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'}, // too high
                    {'"', (byte) 0xE2, (byte) 0x82, '"'}, // cut off
                }) {
            assertThat(holding(bytes).flaw()).isEqualTo("not_utf8");
        }
    }

    @Test
    void aRecordInUtf16IsRefused() {
        var utf16 = "{\"role\": \"user\"}".getBytes(StandardCharsets.UTF_16BE);

        assertThat(holding(utf16).flaw()).isEqualTo("not_json");
    }

    @Test
    void theFirstFlawIsTheOneThatIsNamed() {
        assertThat(holding("{\"user_id\": 1.5, \"timestamp\": \"x\", \"role\": \"x\"}").flaw())
                .isEqualTo("wrong_type");
    }

    @Test
    void aReasonSaysWhereAndWhatIsAllowed() {
        assertThat(content("x".repeat(41)).decoded(SMALL))
                .isEqualTo(
                        new Decoded.Rejected(
                                "text_too_long", "content has 41 bytes of UTF-8; allowed are 40"));
    }

    @Test
    void everyBrokenRecordIsSoundButForItsFlaw() {
        assertThat(BROKEN.keySet()).containsExactlyInAnyOrder(Flaw.values());
        assertThat(BROKEN.values().stream().map(r -> r.flaw(SMALL)).collect(Collectors.toSet()))
                .hasSize(Flaw.values().length);
    }

    private static Records content(String text) {
        return holding("{\"user_id\": \"a\", \"role\": \"user\", " + field("content", text) + "}");
    }

    private static String field(String name, String value) {
        return "\"" + name + "\": \"" + value + "\"";
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
