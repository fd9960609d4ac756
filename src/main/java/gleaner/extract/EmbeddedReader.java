package gleaner.extract;

import gleaner.event.Role;
import gleaner.extract.Extraction.Span;
import gleaner.extract.emotion.EmotionReader;
import gleaner.extract.frame.FactReader;
import gleaner.extract.preference.PreferenceReader;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.TextReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads facts and preferences with rules and tables alone: no model, no network, no I/O once
 * loaded. Immutable; shared by threads.
 */
public final class EmbeddedReader implements Reader {
    /** A question stands at the end of a turn. In UTF-16 units. */
    private static final int MAX_ASKED = 300;

    private final TextReader textReader;
    private final FactReader factReader;
    private final PreferenceReader preferenceReader;
    private final Homes homes;
    private final Observations observations;

    private EmbeddedReader(TextReader textReader, ReadingLimits limits) {
        this.textReader = textReader;
        this.factReader = FactReader.load(textReader);
        this.preferenceReader = PreferenceReader.load();
        this.homes = new Homes(preferenceReader::place);
        this.observations = new Observations(limits, EmotionReader.load());
    }

    /** Builds the reader from the language pack on the class path. */
    public static EmbeddedReader load(ReadingLimits limits) {
        return new EmbeddedReader(TextReader.load(), limits);
    }

    @Override
    public Extraction read(Turn turn, Context context) {
        return turn.role() == Role.USER
                ? read(turn, context, textReader.read(turn.text()), Trace.NONE)
                : Extraction.NOTHING;
    }

    /** Reads a turn of the user as {@link #read} does, and says how. */
    public Explanation explain(Turn turn, Context context) {
        var leftOut = new ArrayList<Explanation.LeftOut>();
        Trace trace =
                (start, end, why) ->
                        leftOut.add(new Explanation.LeftOut(new Span(start, end), why));
        var sentences = textReader.read(turn.text());
        var extraction = read(turn, context, sentences, trace);
        gaps(turn.text(), sentences, trace);
        leftOut.sort(Comparator.comparingInt(words -> words.span().start()));
        var spans = sentences.stream().map(s -> new Span(s.start(), s.end())).toList();
        return new Explanation(extraction, spans, leftOut);
    }

    private Extraction read(Turn turn, Context context, List<Sentence> sentences, Trace trace) {
        if (textReader.isForeign(turn.text(), sentences)) {
            trace.leftOut(0, turn.text().length(), Trace.Why.OTHER_LANGUAGE);
            return new Extraction(List.of(), List.of(), true);
        }
        var question = lastWords(context);
        var asked = textReader.read(question);
        var readTurn = new ReadTurn(turn, context, sentences, asked, question, trace);
        var facts = factReader.read(readTurn);
        var preferences = preferenceReader.read(readTurn);
        var findings = Names.joined(homes.joined(facts.findings(), preferences));
        return observations.of(readTurn, inOrder(findings), facts.unread());
    }

    /** Stretches of the message that stand in no sentence. */
    private static void gaps(String text, List<Sentence> sentences, Trace trace) {
        int from = 0;
        for (var sentence : sentences) {
            gap(text, from, sentence.start(), trace);
            from = Math.max(from, sentence.end());
        }
        gap(text, from, text.length(), trace);
    }

    private static void gap(String text, int from, int to, Trace trace) {
        if (from < to && !text.substring(from, to).isBlank()) {
            trace.leftOut(from, to, Trace.Why.NOT_OWN);
        }
    }

    private static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparingInt(Finding::start)).toList();
    }

    /** The end of the assistant's turn right before this one; empty where there is none. */
    private static String lastWords(Context context) {
        if (context.before().isEmpty() || context.before().getLast().role() != Role.ASSISTANT) {
            return "";
        }
        var text = context.before().getLast().text();
        return text.length() <= MAX_ASKED ? text : text.substring(text.length() - MAX_ASKED);
    }
}
