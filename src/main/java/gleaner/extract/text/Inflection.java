package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From an inflected form to its base, and from a base to its -ing form. */
final class Inflection {
    private final Vocabulary vocabulary;
    private final List<Suffix> verbs;
    private final List<Suffix> nouns;

    private Inflection(Vocabulary vocabulary, List<Suffix> verbs, List<Suffix> nouns) {
        this.vocabulary = vocabulary;
        this.verbs = verbs;
        this.nouns = nouns;
    }

    private record Suffix(String ending, String instead, int form, boolean doubles) {}

    /** A base and which {@link Word.Forms} of it the word is. */
    record Base(String lemma, int forms) {}

    static Inflection load(Vocabulary vocabulary, Table table) {
        var verbs = new ArrayList<Suffix>();
        var nouns = new ArrayList<Suffix>();
        for (var row : table.rows()) {
            var suffix =
                    new Suffix(row.cell(1), row.cell(2), form(row), row.cell(4).equals("double"));
            switch (row.cell(0)) {
                case "verb" -> verbs.add(suffix);
                case "noun" -> nouns.add(suffix);
                default -> throw row.wrong("part of speech must be verb or noun");
            }
        }
        return new Inflection(vocabulary, List.copyOf(verbs), List.copyOf(nouns));
    }

    private static int form(Table.Row row) {
        return switch (row.cell(3)) {
            case "third" -> Word.Forms.THIRD;
            case "past" -> Word.Forms.PAST;
            case "ing" -> Word.Forms.ING;
            case "plural" -> Word.Forms.PLURAL;
            default -> throw row.wrong("form must be third, past, ing or plural");
        };
    }

    /** The verb that this is an inflected form of. */
    @Nullable Base verb(String word) {
        var irregular = vocabulary.irregularVerb(word);
        if (irregular != null && vocabulary.knows(irregular, Word.Forms.VERB)) {
            int form =
                    word.endsWith("ing")
                            ? Word.Forms.ING
                            : word.endsWith("s") && !word.endsWith("ss")
                                    ? Word.Forms.THIRD
                                    : Word.Forms.PAST;
            return new Base(irregular, form);
        }
        return regular(word, verbs, Word.Forms.VERB);
    }

    /** The noun that this is the plural of. */
    @Nullable Base noun(String word) {
        var irregular = vocabulary.irregularNoun(word);
        if (irregular != null && vocabulary.knows(irregular, Word.Forms.NOUN)) {
            return new Base(irregular, Word.Forms.PLURAL);
        }
        return word.endsWith("ss") ? null : regular(word, nouns, Word.Forms.NOUN);
    }

    private @Nullable Base regular(String word, List<Suffix> suffixes, int part) {
        for (var suffix : suffixes) {
            if (suffix.instead.equals("e") && word.endsWith(suffix.ending)) {
                var stem = word.substring(0, word.length() - suffix.ending.length());
                if (endsShort(stem) && vocabulary.knows(stem + "e", part)) {
                    return new Base(stem + "e", suffix.form);
                }
            }
        }
        for (var suffix : suffixes) {
            if (word.endsWith(suffix.ending) && word.length() > suffix.ending.length() + 1) {
                var lemma = base(word, suffix);
                if (lemma != null && vocabulary.knows(lemma, part)) {
                    return new Base(lemma, suffix.form);
                }
            }
        }
        return null;
    }

    /** "hoping" is of hope: hop would double its last letter. */
    private static boolean endsShort(String stem) {
        int last = stem.length() - 1;
        return last >= 2
                && isConsonant(stem.charAt(last))
                && "wxy".indexOf(stem.charAt(last)) < 0
                && !isConsonant(stem.charAt(last - 1))
                && isConsonant(stem.charAt(last - 2));
    }

    private static @Nullable String base(String word, Suffix suffix) {
        var stem = word.substring(0, word.length() - suffix.ending.length());
        if (!suffix.doubles) {
            return stem + suffix.instead;
        }
        int last = stem.length() - 1;
        return last > 1 && stem.charAt(last) == stem.charAt(last - 1)
                ? stem.substring(0, last)
                : null;
    }

    /** The -ing form of a verb: {@code bake}, {@code baking}. */
    static String gerund(String verb) {
        int length = verb.length();
        if (length < 2) {
            return verb + "ing";
        }
        if (verb.endsWith("ie")) {
            return verb.substring(0, length - 2) + "ying";
        }
        if (verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("ye") && length > 2) {
            return verb.substring(0, length - 1) + "ing";
        }
        return doublesLast(verb) ? verb + verb.charAt(length - 1) + "ing" : verb + "ing";
    }

    private static boolean doublesLast(String verb) {
        return verb.length() <= 4 && endsShort(verb);
    }

    private static boolean isConsonant(char letter) {
        return "aeiou".indexOf(Character.toString(letter).toLowerCase(Locale.ROOT)) < 0;
    }
}
