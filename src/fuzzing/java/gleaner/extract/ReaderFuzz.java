package gleaner.extract;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import gleaner.event.Role;
import gleaner.fuzz.Claim;
import gleaner.memory.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Any text as a turn, after any turns: the same observations each time, no more than allowed, each
 * with its words inside the text; and whether quotes are kept changes the quotes alone.
 */
public final class ReaderFuzz {
    private static final ReadingLimits LIMITS = new ReadingLimits(20, 60, true);
    private static final Reader READER = EmbeddedReader.load(LIMITS);
    private static final Reader DISCREET = EmbeddedReader.load(new ReadingLimits(20, 60, false));

    private static final char BLOT = '\u2022';

    private ReaderFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        var context = context(data);
        var text = data.consumeRemainingAsString();
        var turn = Facts.turn(Role.USER, text);
        var extraction = Claim.repeats(() -> READER.read(turn, context));
        var observations = extraction.observations();
        Claim.that(observations.size() <= LIMITS.factsPerMessage(), "no more than allowed");
        Claim.equal(
                observations.size(),
                new HashSet<>(observations.stream().map(ReaderFuzz::key).toList()).size(),
                "one of each slot and value");
        observations.forEach(o -> inside(text, o));
        for (var span : extraction.unread()) {
            Claim.that(
                    0 <= span.start() && span.start() <= span.end() && span.end() <= text.length(),
                    span,
                    "in a text of",
                    text.length());
        }
        var discreet = DISCREET.read(turn, context);
        Claim.equal(without(observations), without(discreet.observations()), "without quotes");
        Claim.that(
                discreet.observations().stream().allMatch(o -> o.evidence().quote() == null),
                "no quotes");
        Claim.equal(
                READER.read(Facts.turn(Role.ASSISTANT, text), context),
                Extraction.NOTHING,
                "of the assistant's words");
    }

    private static Context context(FuzzedDataProvider data) {
        if (!data.consumeBoolean()) {
            return Context.NONE;
        }
        var asked = data.consumeString(200);
        var role = data.consumeBoolean() ? Role.USER : Role.ASSISTANT;
        return new Context(List.of(Facts.turn(role, asked)));
    }

    private static void inside(String text, Observation observation) {
        var evidence = observation.evidence();
        Claim.that(
                evidence.start() < evidence.end() && evidence.end() <= text.length(),
                evidence,
                "in a text of",
                text.length());
        var quote = Objects.requireNonNullElse(evidence.quote(), "");
        Claim.that(isQuoted(text, evidence.start(), quote), "a quote of the text:", evidence);
        Claim.that(
                quote.length()
                        <= Math.min(LIMITS.quoteCharacters(), evidence.end() - evidence.start()),
                "a quote of its words:",
                evidence);
    }

    /** Letter by letter, but for the secrets, which are blotted out. */
    private static boolean isQuoted(String text, int start, String quote) {
        return start + quote.length() <= text.length()
                && IntStream.range(0, quote.length())
                        .allMatch(i ->
                                quote.charAt(i) == BLOT
                                        || quote.charAt(i) == text.charAt(start + i));
    }

    private static List<Object> key(Observation o) {
        return List.of(o.slot(), o.strandKey(), o.valueKey());
    }

    private static List<Object> without(List<Observation> observations) {
        return observations.stream()
                .<Object>map(o ->
                        List.of(
                                o.statement(),
                                o.denied(),
                                o.temporal(),
                                o.confidence(),
                                o.emotion(),
                                o.evidence().start(),
                                o.evidence().end(),
                                o.evidence().rule()))
                .toList();
    }
}
