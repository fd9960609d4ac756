package gleaner.extract.frame;

import gleaner.extract.clause.Unreal;
import gleaner.extract.lang.Table;
import gleaner.extract.text.Lexicon;
import gleaner.extract.type.Kind;
import gleaner.extract.type.Typer;
import gleaner.memory.Relation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables of the pack that say what states a fact. Immutable; shared by threads.
 *
 * @param expected the kinds that each relation expects of its entity
 * @param fixed the kind of every entity of a relation, where it has one
 */
record FactTables(
        Typer typer,
        FrameTable frames,
        NounTable nouns,
        QuestionTable questions,
        OpinionTable opinions,
        SayingTable sayings,
        Completions completions,
        Replies replies,
        AssumptionTable assumptions,
        ContinuedTable continued,
        Map<String, Experience> experiences,
        Map<String, List<List<String>>> corrections,
        Kin kin,
        Unreal unreal,
        NumberWords numberWords,
        Map<Relation, List<Kind>> expected,
        Map<Relation, Kind> fixed) {

    /** What "X bores me" says of X. */
    record Experience(Relation relation, double confidence, double strength) {}

    static FactTables load(Typer typer) {
        return new FactTables(
                typer,
                FrameTable.load(Table.load("frames.tsv")),
                NounTable.load(Table.load("nouns.tsv")),
                QuestionTable.load(Table.load("questions.tsv")),
                OpinionTable.load(Table.load("opinions.tsv")),
                SayingTable.load(Table.load("sayings.tsv")),
                Completions.load(Table.load("completions.tsv")),
                Replies.load(Table.load("replies.tsv"), typer.lexicon()),
                AssumptionTable.load(Table.load("assumptions.tsv")),
                ContinuedTable.load(Table.load("continued.tsv")),
                experiences(Table.load("experiencers.tsv")),
                Table.load("corrections.tsv").rows().stream()
                        .map(row -> row.words(0))
                        .collect(Collectors.groupingBy(List::getFirst)),
                Kin.load(Table.load("kin.tsv")),
                Unreal.load(Table.load("unreal.tsv")),
                NumberWords.load(Table.load("numbers.tsv")),
                expected(Table.load("relations.tsv")),
                fixed(Table.load("relations.tsv")));
    }

    Lexicon lexicon() {
        return typer.lexicon();
    }

    List<Kind> expected(Relation relation) {
        return expected.getOrDefault(relation, List.of());
    }

    private static Map<String, Experience> experiences(Table table) {
        var experiences = new HashMap<String, Experience>();
        for (var row : table.rows()) {
            var experience =
                    new Experience(
                            FrameTable.relation(row, row.cell(1)), row.share(2), row.share(3));
            for (var verb : row.cell(0).split("\\|", -1)) {
                if (experiences.put(verb, experience) != null) {
                    throw row.wrong("\"" + verb + "\" stands here twice");
                }
            }
        }
        return Map.copyOf(experiences);
    }

    private static Map<Relation, List<Kind>> expected(Table table) {
        var expected = new EnumMap<Relation, List<Kind>>(Relation.class);
        for (var row : table.rows()) {
            var relation = FrameTable.relation(row, row.cell(0));
            if (expected.put(relation, kinds(row)) != null) {
                throw row.wrong(row.cell(0) + " stands here twice");
            }
        }
        return expected;
    }

    private static Map<Relation, Kind> fixed(Table table) {
        var fixed = new EnumMap<Relation, Kind>(Relation.class);
        for (var row : table.rows()) {
            if (row.cell(1).startsWith("!")) {
                fixed.put(FrameTable.relation(row, row.cell(0)), kinds(row).getFirst());
            }
        }
        return fixed;
    }

    private static List<Kind> kinds(Table.Row row) {
        var cell = row.cell(1);
        return FrameTable.kinds(row, cell.startsWith("!") ? cell.substring(1) : cell);
    }
}
