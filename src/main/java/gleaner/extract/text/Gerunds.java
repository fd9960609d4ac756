package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.List;

/** From a verb's base to its -ing form: {@code bake}, {@code baking}. Immutable. */
final class Gerunds {
    private final Spelling spelling;
    private final List<Making> makings;

    private Gerunds(Spelling spelling, List<Making> makings) {
        this.spelling = spelling;
        this.makings = makings;
    }

    private record Making(String ending, String instead, int fewest, int most, boolean doubles) {
        boolean fits(String verb, Spelling spelling) {
            return verb.endsWith(ending)
                    && verb.length() >= fewest
                    && verb.length() <= most
                    && (!doubles || spelling.endsShort(verb));
        }

        String of(String verb) {
            var stem = verb.substring(0, verb.length() - ending.length());
            return stem + (doubles ? stem.substring(stem.length() - 1) : "") + instead;
        }
    }

    static Gerunds load(Table table, Spelling spelling) {
        var makings =
                table.rows().stream()
                        .map(row ->
                                new Making(
                                        row.cell(0),
                                        row.cell(1),
                                        row.count(2).orElse(0),
                                        row.count(3).orElse(Integer.MAX_VALUE),
                                        row.cell(4).equals("double")))
                        .toList();
        return new Gerunds(spelling, makings);
    }

    /** The -ing form; the verb itself where the pack says of none how it is made. */
    String of(String verb) {
        for (var making : makings) {
            if (making.fits(verb, spelling)) {
                return making.of(verb);
            }
        }
        return verb;
    }
}
