package gleaner.extract.text;

import org.jspecify.annotations.Nullable;

/**
 * What the lexicon knows about a word form, whatever the sentence.
 *
 * @param form lower case, as normalised: {@code 'm} for the m of "im"
 * @param forms which forms it can be: a sum of {@link Forms}
 * @param verb the base form where it can be a verb, else the form itself
 * @param noun the singular where it can be a noun, else the form itself
 * @param likeliest its commonest part of speech
 * @param closed whether {@code likeliest} comes from the pack's own list, not from counts
 * @param classes what it does in the grammar; never written to
 * @param key which of the grammar's own words it is; none of them where absent
 */
public record Word(
        String form,
        int forms,
        String verb,
        String noun,
        Tag likeliest,
        boolean closed,
        WordClasses classes,
        @Nullable KeyWord key) {

    /** Bits of {@link Word#forms}. */
    public static final class Forms {
        public static final int NOUN = 1;
        public static final int VERB = 2;
        public static final int ADJECTIVE = 4;
        public static final int ADVERB = 8;
        public static final int PAST = 16;
        public static final int ING = 32;
        public static final int THIRD = 64;
        public static final int PLURAL = 128;

        /** A past that ends as the rule says. */
        public static final int REGULAR = 256;

        private Forms() {}
    }

    public boolean is(WordClass wordClass) {
        return classes.has(wordClass);
    }

    public boolean is(KeyWord keyWord) {
        return key == keyWord;
    }

    /** Whether it can be any of these {@link Forms}. */
    public boolean can(int any) {
        return (forms & any) != 0;
    }
}
