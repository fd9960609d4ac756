package gleaner.extract;

import gleaner.extract.Extraction.Span;
import gleaner.extract.emotion.EmotionReader;
import gleaner.extract.text.Tag;
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

    private static final String BLOT = "•";

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
                Calibration.of(finding),
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

    /** The words; addresses, numbers and keys that nobody may keep are blotted out. */
    private @Nullable String quote(ReadTurn readTurn, int start, int end) {
        if (!limits.quotes()) {
            return null;
        }
        var text = masked(readTurn, start, end);
        int to = Math.min(end, start + limits.quoteCharacters());
        if (to < end && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(start, to);
    }

    /** The turn's text with the secrets of this stretch blotted out, character by character. */
    private static String masked(ReadTurn readTurn, int start, int end) {
        var text = readTurn.turn().text();
        StringBuilder masked = null;
        for (var sentence : Overlap.of(readTurn.sentences(), start, end)) {
            for (var token : sentence.tokens()) {
                boolean secret = token.tag() == Tag.SECRET || token.tag() == Tag.URL;
                if (secret && token.start() < end && token.end() > start) {
                    masked = masked == null ? new StringBuilder(text) : masked;
                    masked.replace(
                            token.start(), token.end(), BLOT.repeat(token.end() - token.start()));
                }
            }
        }
        return masked == null ? text : masked.toString();
    }
}
