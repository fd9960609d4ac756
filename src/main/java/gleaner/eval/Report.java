package gleaner.eval;

import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what several sets of labelled conversations come to, each set and all of them together.
 */
public final class Report {
    private static final List<String> COUNTED = List.of("precision", "recall", "F1", "labels");

    private Report() {}

    /**
     * Tables in Markdown.
     *
     * @param bySet the sets by their names, in order
     * @param all all of them together
     */
    public static String markdown(Map<String, Quality> bySet, Quality all) {
        var tables = new Tables();
        sets(tables, bySet, all);
        classes(tables, all);
        relations(tables, all);
        keys(tables, all);
        mistakes(tables, all);
        reliability(tables, all);
        return tables.toString();
    }

    private static void sets(Tables tables, Map<String, Quality> bySet, Quality all) {
        var rows = new ArrayList<List<String>>();
        bySet.forEach((name, quality) -> rows.add(set(name, quality)));
        rows.add(set("all", all));
        tables.section(
                "Sets",
                "",
                List.of(
                        "set",
                        "conversations",
                        "facts P",
                        "R",
                        "F1",
                        "preferences P",
                        "R",
                        "F1",
                        "traps sprung",
                        "times right",
                        "emotions right",
                        "calibration error"),
                rows);
    }

    private static List<String> set(String name, Quality quality) {
        var row = new ArrayList<>(List.of(name, String.valueOf(quality.conversations())));
        row.addAll(Tables.of(quality.facts()).subList(0, 3));
        row.addAll(Tables.of(quality.preferences()).subList(0, 3));
        row.add(Tables.of(quality.traps()));
        row.add(Tables.of(quality.times()));
        row.add(Tables.of(quality.emotions()));
        row.add(Tables.decimal(quality.reliability().error()));
        return row;
    }

    private static void classes(Tables tables, Quality quality) {
        var rows = new ArrayList<List<String>>();
        quality.byClass()
                .forEach((name, ofClass) -> {
                    var row = new ArrayList<>(List.of(name));
                    row.add(String.valueOf(ofClass.conversations()));
                    row.addAll(Tables.of(ofClass.facts()));
                    row.addAll(Tables.of(ofClass.preferences()).subList(2, 4));
                    row.add(Tables.of(ofClass.traps()));
                    rows.add(row);
                });
        tables.section(
                "Classes of conversations",
                "",
                List.of(
                        "class",
                        "conversations",
                        "facts P",
                        "R",
                        "F1",
                        "labels",
                        "preferences F1",
                        "labels",
                        "traps sprung"),
                rows);
    }

    private static void relations(Tables tables, Quality quality) {
        var rows = new ArrayList<List<String>>();
        for (var relation : Relation.values()) {
            var count = quality.byRelation().getOrDefault(relation, new Count());
            rows.add(row(relation.wireName(), count));
        }
        tables.section("Relations", "", head("relation"), rows);
    }

    private static void keys(Tables tables, Quality quality) {
        var rows = new ArrayList<List<String>>();
        quality.byKey().forEach((key, count) -> rows.add(row(key.wireName(), count)));
        tables.section("Preferences, with their values", "", head("key"), rows);
    }

    private static void mistakes(Tables tables, Quality quality) {
        var rows =
                Arrays.stream(Judgement.Flaw.values())
                        .map(flaw ->
                                List.of(
                                        flaw.name().toLowerCase(Locale.ROOT),
                                        String.valueOf(quality.mistakes().getOrDefault(flaw, 0))))
                        .toList();
        tables.section("What was read and is not so", "", List.of("kind", "count"), rows);
    }

    private static void reliability(Tables tables, Quality quality) {
        var rows = new ArrayList<List<String>>();
        for (var bin : quality.reliability().bins()) {
            rows.add(
                    List.of(
                            "from " + bin.from(),
                            String.valueOf(bin.right().of()),
                            Tables.decimal(bin.claimed()),
                            Tables.decimal(bin.right().share())));
        }
        tables.section(
                "Reliability of the confidence",
                "",
                List.of("confidence", "read", "mean", "right"),
                rows);
    }

    private static List<String> head(String first) {
        var head = new ArrayList<>(List.of(first));
        head.addAll(COUNTED);
        return head;
    }

    private static List<String> row(String first, Count count) {
        var row = new ArrayList<>(List.of(first));
        row.addAll(Tables.of(count));
        return row;
    }
}
