package gleaner.event;

import java.util.Locale;

/** What can be wrong with a record; the names are stable, for metrics and look-ups. */
enum Flaw {
    RECORD_TOO_LARGE,
    NOT_UTF8,
    NOT_JSON,
    /** Objects and arrays nested beyond the limit. */
    TOO_DEEP,
    NUMBER_TOO_LONG,
    /** Who reads the first and who reads the last of them would file it under different users. */
    DUPLICATE_FIELD,
    NOT_AN_OBJECT,
    /** The headers or the envelope announce a CloudEvent that it is not. */
    BAD_CLOUDEVENT,
    /** A field holds another JSON type than it may. */
    WRONG_TYPE,
    FIELD_TOO_LONG,
    /** An id with NUL or half a surrogate pair: cleaning it could make two ids one. */
    BAD_ID,
    MISSING_USER_ID,
    /** An edit or a deletion that does not say of what. */
    MISSING_MESSAGE_ID,
    /** A conversation is to be forgotten, and it is not said which. */
    MISSING_CONVERSATION_ID,
    MISSING_ROLE,
    BAD_ROLE,
    MISSING_CONTENT,
    TEXT_TOO_LONG,
    BAD_TIMESTAMP;

    /**
     * @param reason where and what is allowed; never a word of the content
     */
    Decoded.Rejected because(String reason) {
        return new Decoded.Rejected(name().toLowerCase(Locale.ROOT), reason);
    }
}
