package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every word that the reader can meet: the pack's closed classes over the compiled vocabulary.
 * Immutable; shared by threads.
 */
public final class Lexicon {
    /** Words of the open classes that are remembered; more are derived anew each time. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final int LONGEST_REMEMBERED = 16;

    private final Vocabulary vocabulary;
    private final Inflection inflection;
    private final Gerunds gerunds;
    private final Likelihood likelihood;
    private final Map<String, KeyWord> keyWords;
    private final Map<KeyWord, String> said;
    private final Map<String, Word> listed;
    private final Map<String, Word> misspelt;
    private final Map<String, Word> remembered = new ConcurrentHashMap<>();

    private Lexicon(
            Vocabulary vocabulary,
            Inflection inflection,
            Gerunds gerunds,
            Likelihood likelihood,
            Map<String, KeyWord> keyWords,
            Map<KeyWord, String> said,
            Map<String, Word> listed,
            Map<String, Word> misspelt) {
        this.vocabulary = vocabulary;
        this.inflection = inflection;
        this.gerunds = gerunds;
        this.likelihood = likelihood;
        this.keyWords = keyWords;
        this.said = said;
        this.listed = listed;
        this.misspelt = misspelt;
    }

    /** Loads the pack's word lists and the compiled vocabulary from the class path. */
    public static Lexicon load() {
        var vocabulary = Vocabulary.load();
        var keyWords = Table.load("key-words.tsv");
        var spelling = Spelling.load(Table.load("spelling.tsv"));
        var lexicon =
                new Lexicon(
                        vocabulary,
                        Inflection.load(vocabulary, spelling, Table.load("suffixes.tsv")),
                        Gerunds.load(Table.load("gerunds.tsv"), spelling),
                        Likelihood.load(Table.load("endings.tsv")),
                        KeyWord.in(keyWords),
                        KeyWord.said(keyWords),
                        new HashMap<>(),
                        new HashMap<>());
        lexicon.list(tags(Table.load("tags.tsv")), classes(Table.load("words.tsv")));
        Misspellings.of(Table.load("typos.tsv"))
                .forEach((slip, meant) -> {
                    if (!lexicon.isKnown(slip)) {
                        lexicon.misspelt.put(slip, lexicon.word(meant));
                    }
                });
        return lexicon;
    }

    /** The kinds of thing that nouns name. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What is known of a form in lower case; spelling mistakes in common words are put right. */
    public Word word(String form) {
        var known = listed.get(form);
        if (known != null) {
            return known;
        }
        if (form.length() > 3) {
            var meant = misspelt.get(form);
            if (meant != null) {
                return meant;
            }
        }
        return remembered(form);
    }

    /** Deriving a word gives the same each time; the common ones are derived once. */
    private Word remembered(String form) {
        if (form.length() > LONGEST_REMEMBERED) {
            return open(form);
        }
        var word = remembered.get(form);
        if (word == null) {
            word = open(form);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(form, word);
            }
        }
        return word;
    }

    /** The -ing form of a verb's base: {@code playing}. */
    public String gerund(String verb) {
        return gerunds.of(verb);
    }

    /** What an unknown form would be the plural of, were those words. */
    public List<String> singulars(String form) {
        return inflection.singulars(form);
    }

    /** What the language says for this word of the grammar. */
    public String said(KeyWord keyWord) {
        return said.getOrDefault(keyWord, "");
    }

    /** Whether the form is a word, or a form of one, that needs no correction. */
    private boolean isKnown(String form) {
        return listed.containsKey(form)
                || vocabulary.entry(form) != null
                || inflection.verb(form) != null
                || inflection.noun(form) != null;
    }

    private void list(Map<String, Tag> tags, Map<String, Set<WordClass>> classes) {
        tags.forEach((form, tag) -> {
            var word = derive(form, WordClasses.of(classes.getOrDefault(form, Set.of())));
            listed.put(
                    form,
                    new Word(
                            form,
                            word.forms(),
                            word.verb(),
                            word.noun(),
                            tag,
                            true,
                            word.classes(),
                            word.key()));
        });
        classes.forEach(
                (form, some) -> listed.computeIfAbsent(form, f -> derive(f, WordClasses.of(some))));
    }

    private static Map<String, Tag> tags(Table table) {
        var tags = new HashMap<String, Tag>();
        for (var row : table.rows()) {
            var tag = row.constant(Tag.class, 0);
            for (var form : row.words(1)) {
                tags.put(form, tag);
            }
        }
        return tags;
    }

    private static Map<String, Set<WordClass>> classes(Table table) {
        var classes = new HashMap<String, Set<WordClass>>();
        for (var row : table.rows()) {
            var wordClass = row.constant(WordClass.class, 0);
            for (var form : row.words(1)) {
                classes.computeIfAbsent(form, f -> EnumSet.noneOf(WordClass.class)).add(wordClass);
            }
        }
        return classes;
    }

    private Word open(String form) {
        var word = derive(form, WordClasses.NONE);
        if (word.forms() == 0) {
            for (int run = 2; run > 0; run--) {
                var shorter = withoutDrawl(form, run);
                if (shorter != null && isKnown(shorter)) {
                    return word(shorter);
                }
            }
        }
        return word;
    }

    private Word derive(String form, WordClasses classes) {
        int forms = 0;
        var entry = vocabulary.entry(form);
        if (entry != null) {
            forms |= entry.parts();
        }
        var verb = inflection.verb(form);
        if (verb != null) {
            forms |= verb.forms();
        }
        var noun = inflection.noun(form);
        if (noun != null) {
            forms |= noun.forms();
        }
        return new Word(
                form,
                forms,
                verb == null ? form : verb.lemma(),
                noun == null ? form : noun.lemma(),
                likelihood.tag(form, forms, entry),
                false,
                classes,
                keyWords.get(form));
    }

    /**
     * "sooo" and "goood" with runs of so many letters; nothing where none stands thrice in a row.
     */
    private static @Nullable String withoutDrawl(String form, int longestRun) {
        var shorter = new StringBuilder(form.length());
        boolean drawled = false;
        int run = 0;
        for (int i = 0; i < form.length(); i++) {
            run = i > 0 && form.charAt(i) == form.charAt(i - 1) ? run + 1 : 1;
            drawled |= run == 3;
            if (run <= longestRun) {
                shorter.append(form.charAt(i));
            }
        }
        return drawled ? shorter.toString() : null;
    }
}
