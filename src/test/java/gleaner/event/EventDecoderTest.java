package gleaner.event;

import static gleaner.event.Records.holding;
import static gleaner.event.Records.message;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.ConversationEvent.ConversationForgotten;
import gleaner.event.ConversationEvent.Message;
import gleaner.event.ConversationEvent.MessageCreated;
import gleaner.event.ConversationEvent.MessageDeleted;
import gleaner.event.ConversationEvent.MessageEdited;
import gleaner.event.ConversationEvent.UserForgotten;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
    private static final Instant SAID = Instant.parse("2025-05-04T10:00:00Z");

    @Test
    void everyFieldOfAMessageIsRead() {
        var event =
                holding(
                                """
                                {"event_id": "e1", "type": "message.created", "user_id": "ana",
                                 "conversation_id": "c1", "message_id": "m1", "role": "user",
                                 "content": "I live in Oslo", "timestamp": "2025-05-04T10:00:00Z",
                                 "platform": "web", "character": "elena", "locale": "en-GB"}\
                                """)
                        .event();

        assertThat(event)
                .isEqualTo(
                        new MessageCreated(
                                "e1",
                                "ana",
                                SAID,
                                new Message(
                                        "c1",
                                        "m1",
                                        Role.USER,
                                        "I live in Oslo",
                                        "web",
                                        "elena",
                                        "en-GB")));
    }

    @Test
    void whatAMessageLeavesOutHasADefault() {
        assertThat(holding("{\"role\": \"user\", \"content\": \"hi\"}").event())
                .isEqualTo(
                        new MessageCreated(
                                "events/3/42",
                                "key",
                                Records.RECORDED_AT,
                                new Message(
                                        "key", "events/3/42", Role.USER, "hi", null, null, null)));
    }

    @Test
    void aMessageIdDefaultsToTheEventId() {
        assertThat(message("\"event_id\": \"e7\"").words().messageId()).isEqualTo("e7");
    }

    @Test
    void anEditNamesItsMessage() {
        assertThat(
                        message(
                                        "\"type\": \"message.edited\"",
                                        "\"event_id\": \"e2\"",
                                        "\"message_id\": \"m1\"",
                                        "\"timestamp\": \"2025-05-04T10:00:00Z\"")
                                .event())
                .isEqualTo(
                        new MessageEdited(
                                "e2",
                                "ana",
                                SAID,
                                new Message("key", "m1", Role.USER, "hello", null, null, null)));
    }

    @Test
    void aDeletionNeedsNoWords() {
        assertThat(
                        holding(
                                        """
                                        {"type": "message.deleted", "event_id": "e3", "user_id": "ana",
                                         "conversation_id": "c1", "message_id": "m1",
                                         "timestamp": "2025-05-04T10:00:00Z"}\
                                        """)
                                .event())
                .isEqualTo(new MessageDeleted("e3", "ana", SAID, "c1", "m1"));
    }

    @Test
    void forgettingNeedsOnlyAUser() {
        assertThat(holding("{\"type\": \"user.forgotten\"}").keyed("ana").event())
                .isEqualTo(new UserForgotten("events/3/42", "ana", Records.RECORDED_AT));
    }

    @Test
    void forgettingAConversationSaysWhich() {
        assertThat(
                        holding(
                                        """
                                        {"type": "conversation.forgotten", "event_id": "e4", "user_id": "ana",
                                         "conversation_id": "c1", "timestamp": "2025-05-04T10:00:00Z"}\
                                        """)
                                .event())
                .isEqualTo(new ConversationForgotten("e4", "ana", SAID, "c1"));
    }

    @Test
    void theUserFieldCountsOverTheKey() {
        assertThat(message().keyed("ben").event().userId()).isEqualTo("ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \\t\""})
    void aNullOrBlankFieldCountsAsAbsent(String nothing) {
        var words =
                holding(
                                "{\"role\": \"user\", \"content\": \"hi\", \"user_id\": "
                                        + nothing
                                        + ", \"platform\": "
                                        + nothing
                                        + "}")
                        .words();

        assertThat(words.platform()).isNull();
        assertThat(words.conversationId()).isEqualTo("key");
    }

    @Test
    void withoutAKeyTheConversationIsTheUsers() {
        assertThat(message().keyed((String) null).words().conversationId()).isEqualTo("ana");
        assertThat(message().keyed(new byte[] {-1}).words().conversationId()).isEqualTo("ana");
    }

    @Test
    void anIdMayBeAnInteger() {
        var record =
                holding(
                        "{\"user_id\": 672814231002939413, \"message_id\": 7, \"role\": \"user\","
                                + " \"content\": \"\"}");

        assertThat(record.event().userId()).isEqualTo("672814231002939413");
        assertThat(record.words().messageId()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({"user,USER", "USER,USER", "assistant,ASSISTANT", "bot,ASSISTANT", "system,SYSTEM"})
    void theRoleIsWhoSpoke(String wireName, Role role) {
        assertThat(
                        holding(
                                        "{\"user_id\": \"a\", \"content\": \"\", \"role\": \""
                                                + wireName
                                                + "\"}")
                                .words()
                                .role())
                .isEqualTo(role);
    }

    @Test
    void theOldNameOfTheCharacterIsReadToo() {
        assertThat(message("\"bot_name\": \"elena\"").words().character()).isEqualTo("elena");
        assertThat(message("\"bot_name\": \"old\"", "\"character\": \"new\"").words().character())
                .isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({"en-GB,en-GB", "en_US,en-US", "PT-br,pt-BR"})
    void theLocaleIsALanguageTag(String written, String read) {
        assertThat(message("\"locale\": \"" + written + "\"").words().locale()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a locale", "e", "und", "-"})
    void aLocaleThatIsNoneCountsAsAbsent(String written) {
        assertThat(message("\"locale\": \"" + written + "\"").words().locale()).isNull();
    }

    @Test
    void unknownFieldsArePassedOver() {
        assertThat(message("\"mood\": {\"deep\": [1, 2.5e3, true]}").event().userId())
                .isEqualTo("ana");
    }

    @Test
    void emptyWordsAreWords() {
        assertThat(
                        holding("{\"user_id\": \"a\", \"role\": \"user\", \"content\": \"\"}")
                                .words()
                                .content())
                .isEmpty();
    }

    @Test
    void aTombstoneIsIgnored() {
        assertThat(holding((byte[]) null).decoded()).isEqualTo(new Decoded.Ignored("tombstone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"typing.started", "Message.Created", "message.created "})
    void anotherTypeIsIgnoredWithoutNamingIt(String type) {
        assertThat(holding("{\"type\": \"" + type + "\"}").decoded())
                .isEqualTo(new Decoded.Ignored("unknown_type"));
    }

    @Test
    void aLeadingByteOrderMarkIsPassedOver() {
        assertThat(holding("\uFEFF{\"role\": \"user\", \"content\": \"hi\"}").words().content())
                .isEqualTo("hi");
    }

    @Test
    void wordsAreCleanedOfWhatTheDatabaseRefuses() {
        assertThat(
                        holding(
                                        "{\"user_id\": \"a\", \"role\": \"user\", \"content\":"
                                                + " \"a\\u0000b \\ud800 \\ude00c \\ud83d\\ude00\"}")
                                .words()
                                .content())
                .isEqualTo("ab \uFFFD \uFFFDc \uD83D\uDE00");
        assertThat(message("\"platform\": \"w\\u0000eb\"").words().platform()).isEqualTo("web");
        assertThat(message("\"platform\": \"\\u0000\"").words().platform()).isNull();
    }
}
