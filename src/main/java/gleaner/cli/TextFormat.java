package gleaner.cli;

import gleaner.event.Role;
import gleaner.memory.Emotion;
import gleaner.memory.Observation;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * For people: each line is one thing that a user says; below it stands what it teaches, and for a
 * line that teaches nothing, nothing is printed.
 */
final class TextFormat implements LineFormat {
    private final ConversationReading reading;

    TextFormat(ConversationReading reading) {
        this.reading = reading;
    }

    @Override
    public Answer answer(InputLine line) {
        var conversation = List.of(new Said(Role.USER, line.text()));
        if (reading.tooLong(conversation).isPresent()) {
            return refuse(line, "longer than a message may be");
        }
        var learned = reading.read(conversation);
        return new Answer(
                learned.isEmpty() ? "" : printable(line.text()) + "\n" + table(learned),
                learned.size(),
                null);
    }

    @Override
    public Answer refuse(InputLine line, String why) {
        return new Answer("", 0, why);
    }

    private static String table(List<Learned> learned) {
        var rows = learned.stream().map(l -> row(l.observation())).toList();
        var widths = List.of(width(rows, 0), width(rows, 1), width(rows, 2));
        var table = new StringBuilder();
        for (var row : rows) {
            for (int column = 0; column < widths.size(); column++) {
                table.append("  ").append(row.get(column));
                table.repeat(' ', widths.get(column) - length(row.get(column)));
            }
            table.append("  ").append(row.getLast()).append('\n');
        }
        return table.toString();
    }

    private static List<String> row(Observation observation) {
        var quote = Objects.requireNonNullElse(observation.evidence().quote(), "");
        return List.of(
                (observation.denied() ? "not " : "") + name(observation.statement()),
                printable(value(observation.statement())),
                notes(observation),
                '"' + printable(quote) + '"');
    }

    private static String name(Statement statement) {
        return switch (statement) {
            case Statement.Fact(var relation, var _) -> relation.wireName();
            case Statement.Preference preference -> preference.key().wireName();
            case Statement.TopicWish(var _, var wish) -> wish.wireName() + " topic";
        };
    }

    private static String value(Statement statement) {
        return switch (statement) {
            case Statement.Fact(var _, var entity) -> entity.name();
            case Statement.Preference preference -> preference.value();
            case Statement.TopicWish(var topic, var _) -> topic;
        };
    }

    private static String notes(Observation observation) {
        var notes = new ArrayList<String>();
        notes.add(String.format(Locale.ROOT, "%.2f", observation.confidence()));
        notes.add(
                observation.statement() instanceof Statement.Fact(var _, var entity)
                        ? entity.type().wireName()
                        : "preference");
        if (observation.temporal() != Temporal.CURRENT) {
            notes.add(observation.temporal().wireName());
        }
        if (observation.emotion() != Emotion.NEUTRAL) {
            notes.add(observation.emotion().wireName());
        }
        if (!observation.explicit()) {
            notes.add("implied");
        }
        return String.join(", ", notes);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** Keeps a line from commanding the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
