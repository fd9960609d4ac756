package gleaner.event;

import static gleaner.event.Records.holding;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.ConversationEvent.UserForgotten;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
    private static final String DATA =
            "{\"user_id\": \"ana\", \"role\": \"user\", \"content\": \"hello\"}";

    @Test
    void aStructuredEventCarriesItsDataInTheEnvelope() {
        var event = structured("\"data\": " + DATA).event();

        assertThat(event.eventId()).isEqualTo("ce-1");
        assertThat(event.userId()).isEqualTo("ana");
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2025-05-04T10:00:00Z"));
        assertThat(structured("\"data\": " + DATA).words().messageId()).isEqualTo("ce-1");
    }

    @Test
    void aStructuredEventMayCarryItsDataInBase64() {
        var base64 = Base64.getEncoder().encodeToString(DATA.getBytes(StandardCharsets.UTF_8));

        assertThat(structured("\"data_base64\": \"" + base64 + "\"").words().content())
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=UTF-8",
                "Application/CloudEvents+JSON"
            })
    void theContentTypeAnnouncesAStructuredEvent(String contentType) {
        assertThat(
                        holding(envelope("\"data\": " + DATA))
                                .with("content-type", contentType)
                                .event()
                                .eventId())
                .isEqualTo("ce-1");
    }

    @Test
    void aBinaryEventCarriesItsAttributesInHeaders() {
        var record = binary("message.deleted", "{\"user_id\": \"ana\", \"message_id\": \"m1\"}");

        assertThat(record.event())
                .isEqualTo(
                        new MessageDeleted(
                                "ce-2", "ana", Instant.parse("2025-05-04T10:00:00Z"), "key", "m1"));
    }

    @Test
    void typeAndIdOfTheEnvelopeCountOverThoseOfTheData() {
        var event =
                binary(
                                "user.forgotten",
                                "{\"type\": \"message.created\", \"event_id\": \"inner\","
                                        + " \"user_id\": \"ana\"}")
                        .event();

        assertThat(event).isInstanceOf(UserForgotten.class);
        assertThat(event.eventId()).isEqualTo("ce-2");
    }

    @Test
    void theTimeOfTheDataCountsOverThatOfTheEnvelope() {
        assertThat(
                        binary(
                                        "user.forgotten",
                                        "{\"user_id\": \"ana\", \"timestamp\": 1714816800000}")
                                .event()
                                .timestamp())
                .isEqualTo(Instant.ofEpochMilli(1_714_816_800_000L));
    }

    @Test
    void withoutAnyTimeTheRecordsOwnCounts() {
        var record =
                holding("{\"user_id\": \"ana\"}")
                        .with("ce_specversion", "1.0")
                        .with("ce_type", "user.forgotten")
                        .with("ce_id", "x");

        assertThat(record.event().timestamp()).isEqualTo(Records.RECORDED_AT);
    }

    @Test
    void aRequestToForgetMayComeWithoutData() {
        var record =
                holding("{\"specversion\": \"1.0\", \"type\": \"user.forgotten\", \"id\": \"x\"}")
                        .with("content-type", "application/cloudevents+json");

        assertThat(record.event().userId()).isEqualTo("key");
    }

    @Test
    void theDataOfAnotherTypeStayUnread() {
        assertThat(binary("typing.started", "\u0001 no json").decoded())
                .isEqualTo(new Decoded.Ignored("unknown_type"));
        assertThat(
                        holding(
                                        "{\"specversion\": \"1.0\", \"type\": \"typing\", \"id\":"
                                                + " \"x\", \"data\": 7}")
                                .with("content-type", "application/cloudevents+json")
                                .decoded())
                .isEqualTo(new Decoded.Ignored("unknown_type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"user.forgotten\", \"id\": \"x\"}",
                "{\"specversion\": \"0.3\", \"type\": \"user.forgotten\", \"id\": \"x\"}",
                "{\"specversion\": \"1.0\", \"id\": \"x\"}",
                "{\"specversion\": \"1.0\", \"type\": \"user.forgotten\"}",
                "{\"specversion\": \"1.0\", \"type\": \"user.forgotten\", \"id\": \"x\","
                        + " \"data_base64\": \"***\"}",
            })
    void anEnvelopeMustKeepItsPromise(String envelope) {
        assertThat(holding(envelope).with("content-type", "application/cloudevents+json").flaw())
                .isEqualTo("bad_cloudevent");
    }

    @Test
    void aBinaryEventNeedsVersionTypeAndId() {
        var record = holding(DATA).with("ce_type", "message.created");

        assertThat(record.flaw()).isEqualTo("bad_cloudevent");
        assertThat(record.with("ce_specversion", "1.0").flaw()).isEqualTo("bad_cloudevent");
        assertThat(record.with("ce_specversion", "1.0").with("ce_id", "x").flaw()).isEmpty();
        assertThat(holding(DATA).with("ce_specversion", "1.0").with("ce_id", "x").flaw())
                .isEqualTo("bad_cloudevent");
    }

    @Test
    void dataThatAreNoObjectAreRefused() {
        assertThat(structured("\"data\": \"text\"").flaw()).isEqualTo("not_an_object");
        assertThat(structured("\"data_base64\": \"WzFd\"").flaw()).isEqualTo("not_an_object");
    }

    @Test
    void aFlawIsNamedWithItsPath() {
        assertThat(structured("\"data\": {\"user_id\": \"ana\", \"role\": \"user\"}").decoded())
                .isEqualTo(
                        new Decoded.Rejected(
                                "missing_content",
                                "data.content is absent; allowed is any string"));
    }

    private static Records structured(String data) {
        return holding(envelope(data)).with("content-type", "application/cloudevents+json");
    }

    private static String envelope(String data) {
        return "{\"specversion\": \"1.0\", \"type\": \"message.created\", \"source\": \"/chat\","
                + " \"id\": \"ce-1\", \"time\": \"2025-05-04T10:00:00Z\", "
                + data
                + "}";
    }

    private static Records binary(String type, String data) {
        return holding(data)
                .with("content-type", "application/json")
                .with("ce_specversion", "1.0")
                .with("ce_type", type)
                .with("ce_source", "/chat")
                .with("ce_id", "ce-2")
                .with("ce_time", "2025-05-04T10:00:00Z");
    }
}
