package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Words that the grammar asks for one by one, named by what they say in English. What a language
 * says for them stands in {@code key-words.tsv} of its pack.
 */
public enum KeyWord {
    A,
    ABOUT,
    ALLERGIC,
    ALSO,
    ALWAYS,
    AM,
    AN,
    AND,
    ANY,
    ANYMORE,
    ARE,
    AS,
    ASSUMED,
    AT,
    AWAY,
    BACK,
    BE,
    BEEN,
    BEFORE,
    BELOW,
    BETTER,
    BIT,
    BY,
    CALL,
    CASE,
    CHILD,
    COURSE,
    DAY,
    DECADE,
    DE,
    DID,
    DIED,
    DO,
    DOES,
    DOING,
    EM,
    EVERY,
    FOLLOWING,
    FOR,
    FREAKING,
    FROM,
    FUCKING,
    GETTING,
    GOING,
    GOT,
    GROWING,
    HAD,
    HAD_OR_WOULD,
    HAS,
    HAVE,
    HBU,
    HE,
    HERE,
    HOW,
    I,
    IF,
    IN,
    INCLUDE,
    INCLUDES,
    INTO,
    IS_OR_HAS,
    IT,
    JOB,
    KID,
    KIND,
    KNOW,
    LATE,
    LEAST,
    LEST,
    LIFE,
    LIKE,
    LIVING,
    LONGER,
    LOT,
    MANY,
    ME,
    MONTH,
    MORE,
    MUCH,
    NAME,
    NAMED,
    NEAR,
    NEITHER,
    NO,
    NOR,
    NOT,
    OF,
    OLD,
    OR,
    OUTSIDE,
    OVER,
    PART,
    PARTNER,
    PASSED,
    PET,
    PLEASE,
    POINT,
    RIGHT,
    SAY,
    SHE,
    SHORT_AM,
    SHORT_ARE,
    SHORT_NOT,
    SHORT_WILL,
    SINCE,
    SO,
    SOMETHING,
    SORT,
    STOP,
    SUCH,
    TEEN,
    TEENAGER,
    THAN,
    THAT,
    THE,
    THEM,
    THEN,
    THERE,
    THEY,
    THIS,
    THOSE,
    THOUGH,
    THOUGHT,
    TILL,
    TIME,
    TO,
    TOO,
    UNTIL,
    UP,
    US,
    USED,
    WAS,
    WBU,
    WE,
    WELL,
    WERE,
    WHAT,
    WHATEVER,
    WHEN,
    WHERE,
    WHICH,
    WHO,
    WISH,
    WISHED,
    WITH,
    WOULD,
    YEAR,
    YOU,
    YOUR,
    ZERO;

    /** What a language says for each, the first where it has several. */
    static Map<KeyWord, String> said(Table table) {
        var said = new EnumMap<KeyWord, String>(KeyWord.class);
        for (var row : table.rows()) {
            said.put(row.constant(KeyWord.class, 0), row.words(1).getFirst());
        }
        return said;
    }

    /**
     * Which word of a language says which.
     *
     * @throws IllegalArgumentException where a word says two, or nothing says one of them
     */
    static Map<String, KeyWord> in(Table table) {
        var unsaid = EnumSet.allOf(KeyWord.class);
        var words = new HashMap<String, KeyWord>();
        for (var row : table.rows()) {
            var key = row.constant(KeyWord.class, 0);
            unsaid.remove(key);
            for (var word : row.words(1)) {
                var other = words.put(word, key);
                if (other != null) {
                    throw row.wrong("\"" + word + "\" says " + other + " already");
                }
            }
        }
        if (!unsaid.isEmpty()) {
            throw new IllegalArgumentException(table.file() + ": nothing says " + unsaid);
        }
        return Map.copyOf(words);
    }
}
