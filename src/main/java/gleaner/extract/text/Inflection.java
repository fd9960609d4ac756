package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From an inflected form to its base. Immutable. */
final class Inflection {
    private final Vocabulary vocabulary;
    private final Spelling spelling;
    private final List<Suffix> verbs;
    private final List<Suffix> nouns;

    private Inflection(
            Vocabulary vocabulary, Spelling spelling, List<Suffix> verbs, List<Suffix> nouns) {
        this.vocabulary = vocabulary;
        this.spelling = spelling;
        this.verbs = verbs;
        this.nouns = nouns;
    }

    /**
     * How a form is made.
     *
     * @param instead what stands in the base in its place
     * @param form of {@link Word.Forms}; 0 where a word that ends so is no inflected form
     */
    private record Suffix(String ending, String instead, int form, boolean doubles) {
        boolean isOf(String word) {
            return word.endsWith(ending);
        }

        Optional<String> base(String word) {
            var stem = word.substring(0, word.length() - ending.length());
            return doubles ? Spelling.undoubled(stem) : Optional.of(stem + instead);
        }
    }

    /** A base and which {@link Word.Forms} of it the word is. */
    record Base(String lemma, int forms) {}

    static Inflection load(Vocabulary vocabulary, Spelling spelling, Table table) {
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
        return new Inflection(vocabulary, spelling, List.copyOf(verbs), List.copyOf(nouns));
    }

    private static int form(Table.Row row) {
        return switch (row.cell(3)) {
            case "third" -> Word.Forms.THIRD;
            case "past" -> Word.Forms.PAST | Word.Forms.REGULAR;
            case "ing" -> Word.Forms.ING;
            case "plural" -> Word.Forms.PLURAL;
            case "none" -> 0;
            default -> throw row.wrong("form must be third, past, ing, plural or none");
        };
    }

    /** The verb that this is an inflected form of. */
    @Nullable Base verb(String word) {
        var irregular = vocabulary.irregularVerb(word);
        return irregular != null && vocabulary.knows(irregular, Word.Forms.VERB)
                ? new Base(irregular, irregularForm(word))
                : regular(word, verbs, Word.Forms.VERB);
    }

    /** The noun that this is the plural of. */
    @Nullable Base noun(String word) {
        var irregular = vocabulary.irregularNoun(word);
        return irregular != null && vocabulary.knows(irregular, Word.Forms.NOUN)
                ? new Base(irregular, Word.Forms.PLURAL)
                : regular(word, nouns, Word.Forms.NOUN);
    }

    /** What this would be the plural of, were those words. */
    List<String> singulars(String word) {
        return isBase(word, nouns)
                ? List.of()
                : nouns.stream()
                        .filter(suffix -> suffix.isOf(word))
                        .flatMap(suffix -> suffix.base(word).stream())
                        .toList();
    }

    private int irregularForm(String word) {
        int made =
                isBase(word, verbs)
                        ? 0
                        : verbs.stream()
                                .filter(suffix -> suffix.isOf(word))
                                .mapToInt(Suffix::form)
                                .findFirst()
                                .orElse(0);
        return made == 0 ? Word.Forms.PAST : made;
    }

    private static boolean isBase(String word, List<Suffix> suffixes) {
        return suffixes.stream().anyMatch(suffix -> suffix.form() == 0 && suffix.isOf(word));
    }

    private @Nullable Base regular(String word, List<Suffix> suffixes, int part) {
        if (isBase(word, suffixes)) {
            return null;
        }
        var silent = withSilentEnd(word, suffixes, part);
        if (silent != null) {
            return silent;
        }
        for (var suffix : suffixes) {
            if (suffix.isOf(word) && word.length() > suffix.ending().length() + 1) {
                var lemma = suffix.base(word);
                if (lemma.isPresent() && vocabulary.knows(lemma.get(), part)) {
                    return new Base(lemma.get(), suffix.form());
                }
            }
        }
        return null;
    }

    /** "hoping" is of hope: hop would double its last letter. */
    private @Nullable Base withSilentEnd(String word, List<Suffix> suffixes, int part) {
        for (var suffix : suffixes) {
            if (spelling.isSilent(suffix.instead()) && suffix.isOf(word)) {
                var stem = word.substring(0, word.length() - suffix.ending().length());
                var base = stem + suffix.instead();
                if (spelling.endsShort(stem) && vocabulary.knows(base, part)) {
                    return new Base(base, suffix.form());
                }
            }
        }
        return null;
    }
}
