package lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Which kind of thing a noun sense is, by what it stands below. */
final class NounKinds {
    private static final int MAX_DEPTH = 20;
    private static final int NONE = Integer.MAX_VALUE;

    private final List<String> names;
    private final Map<Integer, Integer> roots;
    private final Map<Integer, Integer> files;
    private final Map<Integer, WordNet.Synset> nouns;
    private final Map<Integer, Integer> known = new HashMap<>();

    private NounKinds(
            List<String> names,
            Map<Integer, Integer> roots,
            Map<Integer, Integer> files,
            Map<Integer, WordNet.Synset> nouns) {
        this.names = names;
        this.roots = roots;
        this.files = files;
        this.nouns = nouns;
    }

    static NounKinds read(Path table, WordNet wordNet) throws IOException {
        var names = new LinkedHashSet<String>();
        var roots = new HashMap<Integer, Integer>();
        var files = new HashMap<Integer, Integer>();
        var index = wordNet.index(WordNet.Part.NOUN);
        for (var line : Files.readAllLines(table)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var cells = line.split("\t");
            names.add(cells[0]);
            int kind = List.copyOf(names).indexOf(cells[0]);
            int number = Integer.parseInt(cells[2]);
            if (cells[1].equals("file")) {
                files.put(number, kind);
            } else {
                var senses = index.get(cells[1]);
                if (senses == null || senses.length < number) {
                    throw new IOException(table + ": no sense " + number + " of " + cells[1]);
                }
                roots.put(senses[number - 1], kind);
            }
        }
        return new NounKinds(List.copyOf(names), roots, files, wordNet.nouns());
    }

    /** The kinds in the order of their rank; elsewhere a kind is its place in this list. */
    List<String> names() {
        return names;
    }

    /** The kinds of the first senses, each once, the commonest first. */
    List<Integer> of(int[] synsets, int atMost) {
        var kinds = new LinkedHashSet<Integer>();
        for (int i = 0; i < synsets.length && i < atMost; i++) {
            int kind = kindOf(synsets[i]);
            if (kind != NONE) {
                kinds.add(kind);
            }
        }
        return new ArrayList<>(kinds);
    }

    private int kindOf(int synset) {
        int kind = below(synset, 0);
        var noun = nouns.get(synset);
        return kind == NONE && noun != null ? files.getOrDefault(noun.file(), NONE) : kind;
    }

    private int below(int synset, int depth) {
        var root = roots.get(synset);
        if (root != null) {
            return root;
        }
        var before = known.get(synset);
        if (before != null) {
            return before;
        }
        var noun = nouns.get(synset);
        int best = NONE;
        if (noun != null && depth < MAX_DEPTH) {
            for (int hypernym : noun.hypernyms()) {
                best = Math.min(best, below(hypernym, depth + 1));
            }
        }
        known.put(synset, best);
        return best;
    }
}
