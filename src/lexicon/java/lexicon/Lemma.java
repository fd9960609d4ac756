package lexicon;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What is kept of a lemma. */
final class Lemma {
    private static final int MAX_COUNT = 0xFFFF;

    private int parts;
    private final int[] counts = new int[WordNet.Part.values().length];
    private List<Integer> kinds = List.of();

    void add(WordNet.Part part, int count) {
        parts |= 1 << part.ordinal();
        counts[part.ordinal()] = Math.min(MAX_COUNT, count);
    }

    void kinds(List<Integer> ofSenses) {
        kinds = ofSenses;
    }

    /** Parts of speech, their counts where there are several, and the kinds of the noun. */
    void write(DataOutputStream out) throws IOException {
        out.writeByte(parts | kinds.size() << 4);
        if (Integer.bitCount(parts) > 1) {
            for (int part = 0; part < counts.length; part++) {
                if ((parts & 1 << part) != 0) {
                    out.writeShort(counts[part]);
                }
            }
        }
        for (int kind : kinds) {
            out.writeByte(kind);
        }
    }
}
