package gleaner.extract.frame;

import gleaner.extract.Trace;
import gleaner.extract.frame.ContinuedTable.Continuing;
import gleaner.extract.frame.ContinuedTable.Says;
import gleaner.extract.frame.Replies.Verdict;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;

/**
 * Reads what an answer says of something that the assistant takes to go on: "quit in June" after
 * "How's the yoga going?".
 */
final class Continued {
    private static final double CONFIDENCE = 0.8;

    private final FactTables tables;

    Continued(FactTables tables) {
        this.tables = tables;
    }

    /** Claims what the verdict of an answer says; false where nothing goes on. */
    boolean read(Scene answer, List<Sentence> asked, Verdict verdict) {
        for (var question : asked) {
            for (var continuing : tables.continued().all()) {
                if (isSaid(continuing.says(), verdict)
                        && claim(answer, question, continuing, verdict)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSaid(Says says, Verdict verdict) {
        return switch (says) {
            case GOING -> verdict == Verdict.OVER;
            case STILL ->
                    verdict == Verdict.OVER || verdict == Verdict.YES || verdict == Verdict.NO;
            case PRESUMED -> verdict != Verdict.NO;
        };
    }

    private boolean claim(Scene answer, Sentence question, Continuing continuing, Verdict verdict) {
        var facts = new Facts(tables, Trace.NONE);
        var asking = Scene.of(question, null, answer.stated(), tables, facts);
        for (int from = 0; from < question.size(); from++) {
            var match = asking.matcher().matchAt(continuing.wording(), from, question.size());
            for (var thing : match == null ? List.<Phrase>of() : match.phrases()) {
                if (!thing.is(Form.PRONOUN)) {
                    boolean over = verdict == Verdict.OVER || verdict == Verdict.NO;
                    facts.claim(claim(thing, over), thing, question);
                }
            }
            if (!facts.findings().isEmpty()) {
                facts.findings()
                        .forEach(finding -> answer.facts().adopt(finding, answer.sentence(), 1));
                return true;
            }
        }
        return false;
    }

    private Claim claim(Phrase thing, boolean over) {
        var kind = tables.typer().of(thing.name().toLowerCase(Locale.ROOT), List.of());
        return new Claim(
                kind == Kind.INSTRUMENT ? Relation.PLAYS : Relation.DOES,
                false,
                over ? Temporal.PAST : Temporal.CURRENT,
                CONFIDENCE,
                CONFIDENCE,
                true,
                List.of(Kind.HOBBY, Kind.ACTIVITY, Kind.MEDIA),
                false,
                0,
                thing.end(),
                "continued");
    }
}
