package gleaner.extract.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The open classes of words: base forms with their parts of speech, counts, and the kinds of thing
 * that a noun names. Compiled from WordNet when the project is built.
 */
public final class Vocabulary {
    private static final String FILE = "/gleaner/lang/en/lexicon.bin.gz";
    private static final int PARTS = 4;
    private static final int[] NO_COUNTS = new int[PARTS];

    private final List<String> kindNames;
    private final Map<String, Entry> entries;
    private final Map<String, String> irregularNouns;
    private final Map<String, String> irregularVerbs;

    private Vocabulary(
            List<String> kindNames,
            Map<String, Entry> entries,
            Map<String, String> irregularNouns,
            Map<String, String> irregularVerbs) {
        this.kindNames = kindNames;
        this.entries = entries;
        this.irregularNouns = irregularNouns;
        this.irregularVerbs = irregularVerbs;
    }

    /**
     * A base form.
     *
     * @param parts bit 0 noun, 1 verb, 2 adjective, 3 adverb
     * @param counts how often it was met as each
     * @param kinds of its first noun senses, as places in {@link #kindNames}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never written to
    record Entry(int parts, int[] counts, byte[] kinds) {
        int count(int part) {
            return counts[part];
        }
    }

    /** Loads the compiled vocabulary from the class path. */
    public static Vocabulary load() {
        try (var in = Vocabulary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "no " + FILE + " on the class path; the build compiles it");
            }
            return read(
                    new DataInputStream(
                            new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + FILE, broken);
        }
    }

    private static Vocabulary read(DataInputStream in) throws IOException {
        int kinds = in.readByte();
        var names = new ArrayList<String>();
        for (int i = 0; i < kinds; i++) {
            names.add(in.readUTF());
        }
        int size = in.readInt();
        var entries = HashMap.<String, Entry>newHashMap(size);
        for (int i = 0; i < size; i++) {
            entries.put(in.readUTF(), readEntry(in));
        }
        return new Vocabulary(List.copyOf(names), entries, readForms(in), readForms(in));
    }

    private static Entry readEntry(DataInputStream in) throws IOException {
        int head = in.readUnsignedByte();
        int parts = head & 0xF;
        var counts = NO_COUNTS;
        if (Integer.bitCount(parts) > 1) {
            counts = new int[PARTS];
            for (int part = 0; part < PARTS; part++) {
                if ((parts & 1 << part) != 0) {
                    counts[part] = in.readUnsignedShort();
                }
            }
        }
        var kinds = new byte[head >> 4];
        in.readFully(kinds);
        return new Entry(parts, counts, kinds);
    }

    private static Map<String, String> readForms(DataInputStream in) throws IOException {
        int size = in.readInt();
        var forms = HashMap.<String, String>newHashMap(size);
        for (int i = 0; i < size; i++) {
            forms.put(in.readUTF(), in.readUTF());
        }
        return forms;
    }

    /** Names of the kinds that {@link #kindsOf} speaks of. */
    public List<String> kindNames() {
        return kindNames;
    }

    /** The kinds of this noun's senses, the commonest first; absent where it is no known noun. */
    public byte @Nullable [] kindsOf(String noun) {
        var entry = entries.get(noun);
        return entry == null || (entry.parts & Word.Forms.NOUN) == 0 ? null : entry.kinds;
    }

    @Nullable Entry entry(String lemma) {
        return entries.get(lemma);
    }

    boolean knows(String lemma, int part) {
        var entry = entries.get(lemma);
        return entry != null && (entry.parts & part) != 0;
    }

    @Nullable String irregularNoun(String form) {
        return irregularNouns.get(form);
    }

    @Nullable String irregularVerb(String form) {
        return irregularVerbs.get(form);
    }
}
