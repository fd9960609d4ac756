package gleaner.cli;

import gleaner.eval.JsonReport;
import gleaner.eval.Judge;
import gleaner.eval.Judgement;
import gleaner.eval.LabelledLine;
import gleaner.eval.Quality;
import gleaner.eval.Report;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.extract.text.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the embedded reader on labelled conversations. */
@Command(
        name = "eval",
        description = "Says how well the embedded reader reads labelled conversations.",
        footer = {
            "",
            "Each line of a file is one labelled conversation; gleaner.eval.LabelledLine says how"
                    + " it",
            "is written. A fact is right where its relation is accepted, its entity matches"
                    + " without",
            "case, determiners and inflection, and its polarity is the label's."
        })
public final class EvalCommand implements Callable<Integer> {
    private static final ReadingLimits LIMITS = new ReadingLimits(50, 240, true);

    private final Surroundings surroundings;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            required = true,
            description = "A file of labels; may be given several times.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Writes one JSON object a file instead of tables.")
    private boolean json;

    @Option(
            names = "--show",
            description = "Lists what was not read as labelled, instead of the tables.")
    private boolean show;

    public EvalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var judge = new Judge(EmbeddedReader.load(LIMITS), Lexicon.load());
        var bySet = new LinkedHashMap<String, Quality>();
        var all = new Quality();
        for (var file : files) {
            var quality = new Quality();
            for (var line : Files.readAllLines(file)) {
                var judgement = judge.judge(LabelledLine.read(line));
                quality.add(judgement);
                all.add(judgement);
                if (show) {
                    show(judgement);
                }
            }
            bySet.put(name(file), quality);
        }
        if (json) {
            bySet.values().forEach(q -> surroundings.out().println(JsonReport.of(q)));
        } else if (!show) {
            surroundings.out().print(Report.markdown(bySet, all));
        }
        return Exit.OK;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.jsonl$", "");
    }

    private void show(Judgement judgement) {
        for (var missed : judgement.missed()) {
            line(judgement, "missed " + missed.relation().wireName() + " " + missed.entities());
        }
        for (var missed : judgement.missedPreferences()) {
            line(judgement, "missed " + missed.key().wireName() + " " + missed.values());
        }
        for (var mistake : judgement.mistakes()) {
            var observation = mistake.observation();
            line(judgement, mistake.flaw() + " " + observation.statement());
        }
    }

    private void line(Judgement judgement, String what) {
        surroundings.out().println(judgement.labelled().id() + "\t" + what);
    }
}
