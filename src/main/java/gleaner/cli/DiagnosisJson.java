package gleaner.cli;

import gleaner.doctor.Diagnosis;
import gleaner.doctor.Finding;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A diagnosis for programs. */
final class DiagnosisJson {
    private DiagnosisJson() {}

    static String of(Diagnosis diagnosis) {
        var findings = new JsonArray();
        diagnosis.findings().forEach(each -> findings.add(of(each)));
        return new JsonObject()
                .put("verdict", diagnosis.verdict().wireName())
                .put("exit_code", diagnosis.verdict().exitCode())
                .put("findings", findings)
                .encode();
    }

    private static JsonObject of(Finding finding) {
        return new JsonObject()
                .put("weight", finding.weight().wireName())
                .put("check", finding.check())
                .put("what", finding.what())
                .put("count", finding.count())
                .put("first_ids", new JsonArray(finding.firstIds()))
                .put("gleaner", finding.gleaner())
                .put("operator", finding.operator());
    }
}
