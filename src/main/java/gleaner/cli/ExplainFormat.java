package gleaner.cli;

import gleaner.event.Role;
import gleaner.extract.Context;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.Explanation;
import gleaner.extract.Extraction.Span;
import gleaner.extract.Turn;
import gleaner.memory.Observation;
import gleaner.memory.Source;
import gleaner.memory.Statement;
import java.time.Instant;
import java.util.Locale;

/**
 * For people who work on the rules: each line is a message; below each of its sentences stands what
 * was read in it by which rule, what was left out and why, and what no rule could read.
 */
final class ExplainFormat implements LineFormat {
    private static final String NOBODY = "explain";

    private final EmbeddedReader reader;
    private final int maxCharacters;

    ExplainFormat(EmbeddedReader reader, int maxCharacters) {
        this.reader = reader;
        this.maxCharacters = maxCharacters;
    }

    @Override
    public Answer answer(InputLine line) {
        if (line.text().length() > maxCharacters) {
            return refuse(line, "longer than a message may be");
        }
        var source = new Source(NOBODY, NOBODY, NOBODY, Instant.EPOCH, null, null);
        var turn = new Turn(NOBODY, Role.USER, line.text(), null, source);
        var explanation = reader.explain(turn, Context.NONE);
        var text = new StringBuilder();
        for (var sentence : explanation.sentences()) {
            sentence(line.text(), sentence, explanation, text);
        }
        outside(line.text(), explanation, text);
        return new Answer(text.toString(), explanation.extraction().observations().size(), null);
    }

    @Override
    public Answer refuse(InputLine line, String why) {
        return new Answer("", 0, why);
    }

    private static void sentence(
            String message, Span sentence, Explanation explanation, StringBuilder text) {
        text.append(words(message, sentence)).append('\n');
        for (var observation : explanation.extraction().observations()) {
            if (isWithin(observation.evidence().start(), sentence)) {
                read(observation, text);
            }
        }
        for (var leftOut : explanation.leftOut()) {
            if (isWithin(leftOut.span().start(), sentence)) {
                line("left out", words(message, leftOut.span()), leftOut.why().words(), text);
            }
        }
        for (var unread : explanation.extraction().unread()) {
            if (isWithin(unread.start(), sentence)) {
                line("unread", words(message, unread), "no rule reads it", text);
            }
        }
    }

    /** What belongs to no sentence: pasted text, code, quoted mail. */
    private static void outside(String message, Explanation explanation, StringBuilder text) {
        for (var leftOut : explanation.leftOut()) {
            boolean inside =
                    explanation.sentences().stream()
                            .anyMatch(sentence -> isWithin(leftOut.span().start(), sentence));
            if (!inside) {
                text.append(words(message, leftOut.span())).append('\n');
                line("left out", "all of it", leftOut.why().words(), text);
            }
        }
    }

    private static void read(Observation observation, StringBuilder text) {
        var what =
                switch (observation.statement()) {
                    case Statement.Fact(var relation, var entity) ->
                            relation.wireName() + " " + entity.name();
                    case Statement.Preference(var key, var value, var _) ->
                            key.wireName() + " = " + value;
                    case Statement.TopicWish(var topic, var wish) ->
                            "topic to " + wish.wireName() + " " + topic;
                };
        var how =
                String.format(
                        Locale.ROOT,
                        "%s, %.2f, by %s",
                        observation.temporal().wireName(),
                        observation.confidence(),
                        observation.evidence().rule());
        line("read", (observation.denied() ? "not " : "") + what, how, text);
    }

    private static void line(String verdict, String what, String why, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "  %-9s %s  (%s)%n", verdict, what, why));
    }

    private static boolean isWithin(int at, Span span) {
        return span.start() <= at && at < span.end();
    }

    private static String words(String message, Span span) {
        return message.substring(span.start(), span.end()).replaceAll("\\p{Cntrl}", " ").strip();
    }
}
