package lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/** The database files of WordNet 3.1, as they lie in the jar; formats: wndb(5), senseidx(5). */
final class WordNet implements AutoCloseable {
    private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/";

    /** Parts of speech, in the order of WordNet's own numbers (1 to 4; 5 counts as 3). */
    enum Part {
        NOUN("noun"),
        VERB("verb"),
        ADJECTIVE("adj"),
        ADVERB("adv");

        private final String file;

        Part(String file) {
            this.file = file;
        }
    }

    private final ZipFile jar;
    private final Map<String, Integer> counts = new HashMap<>();

    private WordNet(ZipFile jar) {
        this.jar = jar;
    }

    static WordNet open(Path jar) throws IOException {
        var wordNet = new WordNet(new ZipFile(jar.toFile()));
        wordNet.lines("cntlist.rev", wordNet::readCount);
        return wordNet;
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }

    /** Each lemma with its synsets, the commonest first. */
    Map<String, int[]> index(Part part) throws IOException {
        var index = new HashMap<String, int[]>();
        lines(
                "index." + part.file,
                line -> {
                    var columns = line.strip().split(" ");
                    int senses = Integer.parseInt(columns[2]);
                    var synsets = new int[senses];
                    for (int i = 0; i < senses; i++) {
                        synsets[i] = Integer.parseInt(columns[columns.length - senses + i]);
                    }
                    index.put(columns[0].replace('_', ' '), synsets);
                });
        return index;
    }

    /** Each noun synset with its hypernyms, instances included, and its lexicographer file. */
    Map<Integer, Synset> nouns() throws IOException {
        var nouns = new HashMap<Integer, Synset>();
        lines(
                "data.noun",
                line -> {
                    var columns = line.split(" ");
                    int words = Integer.parseInt(columns[3], 16);
                    int pointers = 4 + 2 * words;
                    int count = Integer.parseInt(columns[pointers]);
                    var hypernyms = new ArrayList<Integer>();
                    for (int i = 0; i < count; i++) {
                        int at = pointers + 1 + 4 * i;
                        if (columns[at].equals("@") || columns[at].equals("@i")) {
                            hypernyms.add(Integer.parseInt(columns[at + 1]));
                        }
                    }
                    nouns.put(
                            Integer.parseInt(columns[0]),
                            new Synset(Integer.parseInt(columns[1]), hypernyms));
                });
        return nouns;
    }

    /** Irregular forms and their base. */
    Map<String, String> irregular(Part part) throws IOException {
        var forms = new TreeMap<String, String>();
        lines(
                part.file + ".exc",
                line -> {
                    var columns = line.strip().split(" ");
                    if (columns.length > 1) {
                        forms.put(columns[0].replace('_', ' '), columns[1].replace('_', ' '));
                    }
                });
        return forms;
    }

    /** How often the lemma was tagged as this part of speech in the sense-tagged texts. */
    int count(String lemma, Part part) {
        return counts.getOrDefault(part.ordinal() + lemma, 0);
    }

    /** What a noun stands below. */
    record Synset(int file, List<Integer> hypernyms) {}

    private void readCount(String line) {
        int percent = line.indexOf('%');
        int number = Math.min(line.charAt(percent + 1) - '0', 5);
        int part = number == 5 ? Part.ADJECTIVE.ordinal() : number - 1;
        counts.merge(
                part + line.substring(0, percent).replace('_', ' '),
                Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)),
                Integer::sum);
    }

    /** Every line but those of the licence, which start with a space. */
    private void lines(String file, Consumer<String> each) throws IOException {
        var entry = jar.getEntry(FOLDER + file);
        if (entry == null) {
            throw new IOException("no " + FOLDER + file + " in " + jar.getName());
        }
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                jar.getInputStream(entry), StandardCharsets.ISO_8859_1))) {
            reader.lines().filter(line -> !line.startsWith(" ")).forEach(each);
        }
    }
}
