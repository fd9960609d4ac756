package gleaner.extract.type;

import gleaner.extract.lang.Table;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Token;
import gleaner.extract.text.Vocabulary;
import gleaner.extract.text.WordClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what kind of thing a phrase names. Immutable; shared by threads. */
public final class Typer {
    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final Kind[] vocabularyKinds;
    private final Map<String, Kind> listed;
    private final Set<String> firstWords;
    private final Set<String> cities;
    private final Set<String> firstNames;
    private final Map<String, String> countries;

    private Typer(
            Lexicon lexicon,
            Kind[] vocabularyKinds,
            Map<String, Kind> listed,
            Set<String> cities,
            Set<String> firstNames,
            Map<String, String> countries) {
        this.lexicon = lexicon;
        this.vocabulary = lexicon.vocabulary();
        this.vocabularyKinds = vocabularyKinds;
        this.listed = listed;
        this.firstWords =
                listed.keySet().stream()
                        .filter(phrase -> phrase.indexOf(' ') > 0)
                        .map(phrase -> phrase.substring(0, phrase.indexOf(' ')))
                        .collect(Collectors.toUnmodifiableSet());
        this.cities = cities;
        this.firstNames = firstNames;
        this.countries = countries;
    }

    /** The words that names are made of. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** Loads the gazetteers and the pack's own kinds from the class path. */
    public static Typer load(Lexicon lexicon) {
        var listed = new HashMap<String, Kind>();
        for (var row : Table.load("kinds.tsv").rows()) {
            var kind = row.constant(Kind.class, 0);
            for (var phrase : row.cell(1).split(", *", -1)) {
                if (listed.put(phrase, kind) != null) {
                    throw row.wrong("\"" + phrase + "\" stands here twice");
                }
            }
        }
        firstColumn("countries.tsv").forEach(name -> listed.putIfAbsent(name, Kind.PLACE));
        firstColumn("languages.tsv").forEach(name -> listed.putIfAbsent(name, Kind.LANGUAGE));
        var firstNames = new HashSet<String>();
        for (var row : Table.load("first-names.tsv").rows()) {
            firstNames.addAll(row.words(0));
        }
        var kinds =
                lexicon.vocabulary().kindNames().stream()
                        .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toArray(Kind[]::new);
        return new Typer(
                lexicon,
                kinds,
                Map.copyOf(listed),
                cities(lexicon, firstNames),
                Set.copyOf(firstNames),
                countries(Table.load("demonyms.tsv")));
    }

    /** Large cities, and smaller towns whose names are no other word. */
    private static Set<String> cities(Lexicon lexicon, Set<String> firstNames) {
        var cities = firstColumn("cities.tsv");
        for (var town : firstColumn("preference/places.tsv")) {
            boolean word = lexicon.word(town).forms() != 0 || firstNames.contains(town);
            if (!word || town.indexOf(' ') > 0) {
                cities.add(town);
            }
        }
        return Set.copyOf(cities);
    }

    private static Map<String, String> countries(Table table) {
        var countries = new HashMap<String, String>();
        for (var row : table.rows()) {
            for (var people : row.words(1)) {
                if (countries.put(people, row.cell(0)) != null) {
                    throw row.wrong("\"" + people + "\" stands here twice");
                }
            }
        }
        return Map.copyOf(countries);
    }

    private static Set<String> firstColumn(String file) {
        var names = new HashSet<String>();
        for (var row : Table.load(file).rows()) {
            names.add(row.cell(0).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /**
     * The kind of thing, the preferred one where the phrase can name several.
     *
     * @param phrase in lower case
     * @param preferred kinds that the relation expects, the likeliest first
     */
    public Kind of(String phrase, List<Kind> preferred) {
        var own = listed(phrase);
        if (own != null) {
            return own;
        }
        var kinds = ofWholePhrase(phrase);
        if (kinds == null && cities.contains(phrase)) {
            return Kind.PLACE;
        }
        return pick(kinds == null ? ofHead(phrase) : kinds, preferred);
    }

    /** Whether the phrase names one of these kinds in any of its commoner senses. */
    public boolean canBe(String phrase, List<Kind> kinds) {
        return kinds.contains(of(phrase, kinds));
    }

    /** Whether the phrase as a whole is a name or a word that the pack knows. */
    public boolean isListed(String phrase) {
        return phrase.indexOf(' ') > 0
                && (listed.containsKey(phrase)
                        || cities.contains(phrase)
                        || vocabulary.kindsOf(phrase) != null);
    }

    /** The singular of a noun, but for plurals that are words of their own: "physics". */
    public String base(Token noun) {
        if (listed.containsKey(noun.lower()) || noun.is(WordClass.PLURAL_ONLY)) {
            return noun.lower();
        }
        var form = noun.lower();
        return noun.noun().equals(form)
                ? lexicon.singulars(form).stream()
                        .filter(listed::containsKey)
                        .findFirst()
                        .orElse(form)
                : noun.noun();
    }

    /** Whether a phrase of several words that the pack knows starts with this word. */
    public boolean startsKnown(String word) {
        return firstWords.contains(word);
    }

    /** Whether the pack itself, not the vocabulary, says what this is. */
    public boolean isKnown(String phrase) {
        return listed.containsKey(phrase);
    }

    /** Whether this is a sort of things that have names: films, books. */
    public boolean isSort(Token noun) {
        return noun.isNoun()
                && (noun.is(WordClass.APPOSITIVE)
                        || lexicon.word(noun.noun()).is(WordClass.APPOSITIVE));
    }

    public boolean isPlace(String phrase) {
        return listed.get(phrase) == Kind.PLACE || cities.contains(phrase);
    }

    /** The country whose people are called so. */
    public @Nullable String country(String people) {
        return countries.get(people);
    }

    public boolean isFirstName(String word) {
        return firstNames.contains(word);
    }

    private @Nullable Kind listed(String phrase) {
        var own = listed.get(phrase);
        if (own != null) {
            return own;
        }
        var singular = singular(phrase);
        own = listed.get(singular);
        return own != null || cities.contains(phrase) ? own : listedTail(singular);
    }

    /** The kind of the longest listed tail, which a place or a language gives only alone. */
    private @Nullable Kind listedTail(String phrase) {
        for (int space = phrase.indexOf(' '); space >= 0; space = phrase.indexOf(' ', space + 1)) {
            var own = listed.get(phrase.substring(space + 1));
            if (own != null) {
                return own == Kind.PLACE || own == Kind.LANGUAGE ? null : own;
            }
        }
        return null;
    }

    private byte @Nullable [] ofWholePhrase(String phrase) {
        var kinds = vocabulary.kindsOf(phrase);
        return kinds == null ? vocabulary.kindsOf(singular(phrase)) : kinds;
    }

    /** The longest tail of the phrase that is a known noun: in English the head stands last. */
    private byte @Nullable [] ofHead(String phrase) {
        int space = phrase.indexOf(' ');
        while (space >= 0) {
            var kinds = ofWholePhrase(phrase.substring(space + 1));
            if (kinds != null) {
                return kinds;
            }
            space = phrase.indexOf(' ', space + 1);
        }
        return null;
    }

    private String singular(String phrase) {
        int space = phrase.lastIndexOf(' ');
        var last = phrase.substring(space + 1);
        return last.isEmpty() ? phrase : phrase.substring(0, space + 1) + lexicon.word(last).noun();
    }

    private Kind pick(byte @Nullable [] kinds, List<Kind> preferred) {
        if (kinds == null || kinds.length == 0) {
            return Kind.OTHER;
        }
        for (byte kind : kinds) {
            if (preferred.contains(vocabularyKinds[kind])) {
                return vocabularyKinds[kind];
            }
        }
        return vocabularyKinds[kinds[0]];
    }
}
