package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a written word comes apart: "im" into i and 'm, "wanna" into want and to. */
final class Contractions {
    private final Map<String, Split> splits;
    private final List<String> clitics;

    private Contractions(Map<String, Split> splits, List<String> clitics) {
        this.splits = splits;
        this.clitics = clitics;
    }

    /**
     * The pieces of a written word.
     *
     * @param when where it may be taken apart
     */
    record Split(List<Piece> pieces, When when) {}

    /**
     * A piece.
     *
     * @param length characters of the written word that it covers
     * @param form what it stands for
     */
    record Piece(int length, String form) {}

    /** Words that are also ordinary ones come apart only where those cannot stand. */
    enum When {
        ALWAYS,
        /** At the start of a sentence or after a comma, before another word. */
        VERB,
        /** Between two words. */
        BETWEEN,
        /** Where a clause may start, not behind a determiner. */
        CLAUSE,
        /** At the end of a sentence. */
        END
    }

    static Contractions load(Table table, Table clitics) {
        var splits = new HashMap<String, Split>();
        for (var row : table.rows()) {
            var written = row.cell(0);
            var surfaces = row.cell(1).split("\\|");
            var forms = row.words(2);
            if (surfaces.length != forms.size() || !String.join("", surfaces).equals(written)) {
                throw row.wrong("the pieces do not make up \"" + written + "\"");
            }
            var pieces = new ArrayList<Piece>();
            for (int i = 0; i < surfaces.length; i++) {
                pieces.add(new Piece(surfaces[i].length(), forms.get(i)));
            }
            var when = row.cell(3).isEmpty() ? When.ALWAYS : row.constant(When.class, 3);
            if (splits.put(written, new Split(List.copyOf(pieces), when)) != null) {
                throw row.wrong("\"" + written + "\" stands here twice");
            }
        }
        return new Contractions(
                Map.copyOf(splits), clitics.rows().stream().map(row -> row.cell(0)).toList());
    }

    /** The pieces of a word in lower case with straight apostrophes. */
    Split split(String lower) {
        var listed = splits.get(lower);
        return listed != null ? listed : new Split(byApostrophe(lower), When.ALWAYS);
    }

    private List<Piece> byApostrophe(String lower) {
        if (lower.indexOf('\'') > 0) {
            for (var clitic : clitics) {
                int stem = lower.length() - clitic.length();
                if (stem > 0 && lower.endsWith(clitic)) {
                    return List.of(
                            new Piece(stem, lower.substring(0, stem)),
                            new Piece(clitic.length(), clitic));
                }
            }
        }
        return List.of(new Piece(lower.length(), lower));
    }
}
