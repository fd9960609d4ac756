package lexicon;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Compiles WordNet into the small file that the reader loads: each lemma with its parts of speech,
 * how often it was counted as each, and the kinds of thing that its first noun senses are.
 *
 * <p>Arguments: the WordNet jar, the table of roots, the file to write. Writes nothing when the
 * file is there and newer than everything it is made from. The same input gives the same bytes.
 */
public final class CompileLexicon {
    private static final int MAX_KINDS = 4;
    private static final int MAX_WORDS_IN_LEMMA = 4;

    private CompileLexicon() {}

    static void main(String[] args) throws IOException {
        var jar = Path.of(args[0]);
        var roots = Path.of(args[1]);
        var target = Path.of(args[2]);
        if (isFresh(target, List.of(jar, roots, roots.resolveSibling("java/lexicon")))) {
            return;
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        var part = target.resolveSibling(target.getFileName() + ".part");
        try (var wordNet = WordNet.open(jar)) {
            var kinds = NounKinds.read(roots, wordNet);
            try (var out =
                    new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(part)))) {
                write(out, lemmas(wordNet, kinds), kinds.names(), wordNet);
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isFresh(Path target, List<Path> sources) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        var written = Files.getLastModifiedTime(target);
        for (var source : sources) {
            if (newest(source).compareTo(written) > 0) {
                return false;
            }
        }
        return true;
    }

    private static FileTime newest(Path source) throws IOException {
        try (var files = Files.walk(source)) {
            return files.map(CompileLexicon::modified).max(FileTime::compareTo).orElseThrow();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TreeMap<String, Lemma> lemmas(WordNet wordNet, NounKinds kinds)
            throws IOException {
        var lemmas = new TreeMap<String, Lemma>();
        for (var part : WordNet.Part.values()) {
            for (var entry : wordNet.index(part).entrySet()) {
                var name = entry.getKey();
                if (isWanted(name, part)) {
                    var lemma = lemmas.computeIfAbsent(name, _ -> new Lemma());
                    lemma.add(part, wordNet.count(name, part));
                    if (part == WordNet.Part.NOUN) {
                        lemma.kinds(kinds.of(entry.getValue(), MAX_KINDS));
                    }
                }
            }
        }
        return lemmas;
    }

    /** Phrases are looked up only as nouns. */
    private static boolean isWanted(String lemma, WordNet.Part part) {
        long spaces = lemma.chars().filter(c -> c == ' ').count();
        return spaces == 0 || (part == WordNet.Part.NOUN && spaces < MAX_WORDS_IN_LEMMA);
    }

    private static void write(
            DataOutputStream out, Map<String, Lemma> lemmas, List<String> kinds, WordNet wordNet)
            throws IOException {
        out.writeByte(kinds.size());
        for (var kind : kinds) {
            out.writeUTF(kind);
        }
        out.writeInt(lemmas.size());
        for (var entry : lemmas.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
        for (var part : List.of(WordNet.Part.NOUN, WordNet.Part.VERB)) {
            var irregular = wordNet.irregular(part);
            out.writeInt(irregular.size());
            for (var form : irregular.entrySet()) {
                out.writeUTF(form.getKey());
                out.writeUTF(form.getValue());
            }
        }
    }
}
