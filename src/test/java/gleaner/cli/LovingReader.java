package gleaner.cli;

import gleaner.extract.Context;
import gleaner.extract.Extraction;
import gleaner.extract.Reader;
import gleaner.extract.Turn;
import gleaner.memory.Emotion;
import gleaner.memory.Entity;
import gleaner.memory.EntityType;
import gleaner.memory.Evidence;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A reader for tests: "love X" and "hate X", "call me X", "no X please"; and "context?", which
 * tells the turns before it.
 */
final class LovingReader implements Reader {
    private static final Pattern SAYING =
            Pattern.compile("(love|hate|call me|no) (\\w+)|context\\?|crash");

    @Override
    public Extraction read(Turn turn, Context context) {
        var observations = new ArrayList<Observation>();
        var matcher = SAYING.matcher(turn.text());
        while (matcher.find()) {
            if (matcher.group().equals("crash")) {
                throw new IllegalStateException("as asked");
            }
            var statement =
                    matcher.group().equals("context?")
                            ? loves(saidBefore(context))
                            : statement(matcher.group(1), matcher.group(2));
            observations.add(
                    new Observation(
                            turn.userId(),
                            statement,
                            false,
                            Temporal.CURRENT,
                            0.9,
                            0.75,
                            true,
                            Emotion.HAPPY,
                            turn.source(),
                            new Evidence(matcher.start(), matcher.end(), matcher.group(), "test"),
                            "loving@1"));
        }
        return new Extraction(observations, List.of(), false);
    }

    private static Statement statement(String verb, String object) {
        return switch (verb) {
            case "love" -> loves(object);
            case "hate" -> new Statement.Fact(Relation.HATES, new Entity(EntityType.FOOD, object));
            case "call me" -> new Statement.Preference(PreferenceKey.PREFERRED_NAME, object);
            default -> new Statement.TopicWish(object, Statement.Wish.AVOID);
        };
    }

    private static Statement loves(String object) {
        return new Statement.Fact(Relation.LOVES, new Entity(EntityType.FOOD, object));
    }

    private static String saidBefore(Context context) {
        return context.before().stream()
                .map(t -> t.role().name().toLowerCase(Locale.ROOT) + ":" + t.text())
                .reduce("before", (a, b) -> a + " " + b);
    }
}
