package gleaner.extract;

import gleaner.extract.Extraction.Span;
import gleaner.extract.emotion.EmotionReader;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.memory.Emotion;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From findings to observations: one of each slot and value, with its evidence. */
final class Observations {
    static final String EXTRACTOR = "embedded@1";

    private final ReadingLimits limits;
    private final EmotionReader emotionReader;

    Observations(ReadingLimits limits, EmotionReader emotionReader) {
        this.limits = limits;
        this.emotionReader = emotionReader;
    }

    Extraction of(ReadTurn readTurn, List<Finding> findings, List<Span> unread) {
        var observations = new ArrayList<Observation>();
        var seen = new HashSet<Object>();
        for (var finding : findings) {
            if (observations.size() >= limits.factsPerMessage()) {
                break;
            }
            var observation = observation(readTurn, finding);
            if (seen.add(key(observation))) {
                observations.add(observation);
            }
        }
        return new Extraction(observations, unread, false);
    }

    private Observation observation(ReadTurn readTurn, Finding finding) {
        var turn = readTurn.turn();
        return new Observation(
                turn.userId(),
                finding.statement(),
                finding.denied(),
                finding.temporal(),
                finding.confidence(),
                finding.strength(),
                finding.explicit(),
                emotion(readTurn, finding),
                turn.source(),
                new Evidence(
                        finding.start(),
                        finding.end(),
                        quote(readTurn, finding.start(), finding.end()),
                        finding.rule()),
                EXTRACTOR);
    }

    /** One topic is not the other, though they share the slot. */
    private static List<Object> key(Observation observation) {
        return List.of(observation.slot(), observation.strandKey(), observation.valueKey());
    }

    private Emotion emotion(ReadTurn readTurn, Finding finding) {
        return Overlap.of(readTurn.sentences(), finding.start(), finding.end()).stream()
                .findFirst()
                .filter(sentence -> sentence.start() <= finding.start())
                .map(sentence -> emotionReader.of(sentence, finding.start(), finding.end()))
                .orElse(Emotion.NEUTRAL);
    }

    /** Nothing where the words hold an address, a number or a key that nobody may keep. */
    private @Nullable String quote(ReadTurn readTurn, int start, int end) {
        if (!limits.quotes() || holdsSecret(readTurn, start, end)) {
            return null;
        }
        var text = readTurn.turn().text();
        int to = Math.min(end, start + limits.quoteCharacters());
        if (to < end && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(start, to);
    }

    private static boolean holdsSecret(ReadTurn readTurn, int start, int end) {
        return Overlap.of(readTurn.sentences(), start, end).stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> token.start() < end && token.end() > start)
                .anyMatch(Observations::isSecret);
    }

    private static boolean isSecret(Token token) {
        return token.tag() == Tag.SECRET
                || token.tag() == Tag.URL
                || token.is(WordClass.SECRET_NOUN);
    }
}
