package gleaner.extract.text;

/**
 * A word, a sign or an emoji of a message.
 *
 * @param text as written
 * @param word what the lexicon knows of it
 * @param tag its part of speech in this sentence
 * @param start first character in the message, in UTF-16 units
 * @param end behind the last character
 * @param quoted stands between quotation marks: somebody else's words
 */
public record Token(String text, Word word, Tag tag, int start, int end, boolean quoted) {

    /** What stands beyond the ends of a sentence. */
    public static final Token NONE =
            new Token(
                    ".",
                    new Word("", 0, "", "", Tag.STOP, true, WordClasses.NONE, null),
                    Tag.STOP,
                    0,
                    0,
                    false);

    /** Lower case, spelling mistakes in common words put right, contractions resolved. */
    public String lower() {
        return word.form();
    }

    /** The base form of the verb that it can be. */
    public String verb() {
        return word.verb();
    }

    /** The singular of the noun that it can be. */
    public String noun() {
        return word.noun();
    }

    public boolean is(WordClass wordClass) {
        return word.is(wordClass);
    }

    public boolean is(KeyWord keyWord) {
        return word.is(keyWord);
    }

    /** Whether it is this sign, or this word of a table. */
    public boolean is(String lower) {
        return word.form().equals(lower);
    }

    public boolean isNoun() {
        return tag.isNoun();
    }

    public boolean isVerb() {
        return tag.isVerb();
    }

    /** Written with a capital. */
    public boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** As part of a name, without what the word does elsewhere. */
    Token asName() {
        var name =
                new Word(
                        word.form(),
                        Word.Forms.NOUN,
                        word.form(),
                        word.form(),
                        Tag.NNP,
                        true,
                        WordClasses.NONE,
                        word.key());
        return new Token(text, name, Tag.NNP, start, end, quoted);
    }

    Token tagged(Tag newTag) {
        return new Token(text, word, newTag, start, end, quoted);
    }
}
