package gleaner.extract;

import gleaner.event.Role;
import gleaner.extract.emotion.EmotionReader;
import gleaner.extract.frame.FactReader;
import gleaner.extract.preference.PreferenceReader;
import gleaner.extract.text.TextReader;
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
        if (turn.role() != Role.USER) {
            return Extraction.NOTHING;
        }
        var sentences = textReader.read(turn.text());
        if (textReader.isForeign(turn.text(), sentences)) {
            return new Extraction(List.of(), List.of(), true);
        }
        var question = lastWords(context);
        var asked = textReader.read(question);
        var readTurn = new ReadTurn(turn, context, sentences, asked, question);
        var facts = factReader.read(readTurn);
        var preferences = preferenceReader.read(readTurn);
        var findings = homes.joined(facts.findings(), preferences);
        return observations.of(readTurn, inOrder(findings), facts.unread());
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
