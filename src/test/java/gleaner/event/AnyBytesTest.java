package gleaner.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the bytes: one of the three outcomes, the same each time, and fit for the database. */
class AnyBytesTest {
    private static final List<String> VALID =
            List.of(
                    """
                    {"event_id":"e1","type":"message.created","user_id":"ana","conversation_id":"c",
                    "message_id":"m1","role":"user","content":"I \\u00e9 live \\ud83d\\ude00 in Oslo",
                    "timestamp":"2025-05-04T10:00:00Z","character":"elena","locale":"en-GB"}\
                    """,
                    """
                    {"type":"message.edited","user_id":17,"message_id":"m1","role":"bot",
                    "content":"x","timestamp":1746352800000,"extra":{"a":[1,2.5e-3,null,true]}}\
                    """,
                    """
                    {"specversion":"1.0","type":"message.deleted","id":"x","source":"/","time":
                    "2025-05-04T10:00:00+02:00","data":{"user_id":"ana","message_id":"m1"}}\
                    """,
                    """
                    {"specversion":"1.0","type":"user.forgotten","id":"x","source":"/",
                    "data_base64":"eyJ1c2VyX2lkIjoiYW5hIn0="}\
                    """);

    private static final EventDecoder DECODER = new EventDecoder(new DecodeLimits(2_000, 200, 8));

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreDecodedWithoutThrowing(@ForAll("records") Records record) {
        check(record);
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void anyMutationOfAnEventIsDecodedWithoutThrowing(@ForAll("mutations") Records record) {
        check(record);
    }

    private static void check(Records record) {
        var decoded = DECODER.decode(record.source());

        assertThat(DECODER.decode(record.source())).isEqualTo(decoded);
        if (decoded instanceof Decoded.Accepted(var event)) {
            assertThat(event.userId()).isNotBlank().matches(Utf8::isClean);
            assertThat(event.timestamp()).isBetween(EventTime.EARLIEST, EventTime.LATEST);
            if (event instanceof ConversationEvent.MessageCreated created) {
                assertThat(created.message().content()).matches(Utf8::isClean);
            }
        }
    }

    @Provide
    Arbitrary<Records> records() {
        return Combinators.combine(bytes(), bytes(), headers()).as(AnyBytesTest::record);
    }

    @Provide
    Arbitrary<Records> mutations() {
        return Combinators.combine(bytes(), mutated(), headers()).as(AnyBytesTest::record);
    }

    private static Records record(byte[] key, byte[] value, Map<String, byte[]> headers) {
        return new Records(key, value, headers, Records.RECORDED_AT);
    }

    private static Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
    }

    /** A valid event with a stretch of it replaced by other bytes or by a piece of JSON. */
    private static Arbitrary<byte[]> mutated() {
        var pieces =
                Arbitraries.of(
                        "",
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "\\u0000",
                        "\\ud800",
                        "null",
                        "1e999",
                        "-",
                        ":",
                        ",",
                        "{\"a\":",
                        "[[[[[[[[[",
                        "\uD83D\uDE00",
                        "99999999999999999999");
        var patches =
                Arbitraries.frequencyOf(
                        Tuple.of(2, pieces.map(p -> p.getBytes(StandardCharsets.UTF_8))),
                        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(4)));
        return Combinators.combine(
                        Arbitraries.of(VALID),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        patches)
                .as(AnyBytesTest::splice);
    }

    private static byte[] splice(String event, double where, int removed, byte[] patch) {
        var bytes = event.getBytes(StandardCharsets.UTF_8);
        var start = (int) (where * bytes.length);
        var end = Math.min(bytes.length, start + removed);
        var spliced = new byte[start + patch.length + bytes.length - end];
        System.arraycopy(bytes, 0, spliced, 0, start);
        System.arraycopy(patch, 0, spliced, start, patch.length);
        System.arraycopy(bytes, end, spliced, start + patch.length, bytes.length - end);
        return spliced;
    }

    private static Arbitrary<Map<String, byte[]>> headers() {
        var structured = Map.of("content-type", Records.utf8("application/cloudevents+json"));
        return Arbitraries.oneOf(
                Arbitraries.of(Map.of(), structured),
                Arbitraries.maps(
                                Arbitraries.of(
                                        "content-type",
                                        "ce_specversion",
                                        "ce_type",
                                        "ce_id",
                                        "ce_time"),
                                Arbitraries.oneOf(
                                        bytes(),
                                        Arbitraries.of("1.0", "message.created", "x")
                                                .map(Records::utf8)))
                        .ofMaxSize(5));
    }
}
