package gleaner.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes what a set of labelled conversations comes to as an object, for programs. */
public final class JsonReport {
    private JsonReport() {}

    public static ObjectNode of(Quality quality) {
        var report = JsonNodeFactory.instance.objectNode();
        report.put("conversations", quality.conversations());
        report.set("facts", of(quality.facts()));
        report.set("preferences", of(quality.preferences()));
        report.set("traps_sprung", of(quality.traps()));
        report.set("times_right", of(quality.times()));
        report.set("emotions_right", of(quality.emotions()));
        var classes = report.putObject("classes");
        quality.byClass()
                .forEach((name, ofClass) -> {
                    var one = classes.putObject(name);
                    one.put("conversations", ofClass.conversations());
                    one.set("facts", of(ofClass.facts()));
                    one.set("preferences", of(ofClass.preferences()));
                    one.set("traps_sprung", of(ofClass.traps()));
                });
        var relations = report.putObject("relations");
        quality.byRelation().forEach((r, count) -> relations.set(r.wireName(), of(count)));
        var keys = report.putObject("preference_keys");
        quality.byKey().forEach((key, count) -> keys.set(key.wireName(), of(count)));
        var mistakes = report.putObject("mistakes");
        quality.mistakes()
                .forEach((flaw, n) -> mistakes.put(flaw.name().toLowerCase(Locale.ROOT), n));
        reliability(report, quality.reliability());
        return report;
    }

    private static void reliability(ObjectNode report, Reliability reliability) {
        var calibration = report.putObject("calibration");
        calibration.put("error", reliability.error());
        var bins = calibration.putArray("bins");
        for (var bin : reliability.bins()) {
            bins.addObject()
                    .put("from", bin.from())
                    .put("read", bin.right().of())
                    .put("claimed", bin.claimed())
                    .put("right", bin.right().share());
        }
    }

    private static ObjectNode of(Count count) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("precision", count.precision())
                .put("recall", count.recall())
                .put("f1", count.f1())
                .put("labelled", count.labelled())
                .put("read", count.read());
    }

    private static ObjectNode of(Share share) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", share.count())
                .put("of", share.of());
    }
}
