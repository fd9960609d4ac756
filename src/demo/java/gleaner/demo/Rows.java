package gleaner.demo;

import gleaner.demo.Known.Fact;
import gleaner.demo.Known.Preference;
import gleaner.demo.Known.Quote;
import gleaner.demo.Known.Superseded;
import gleaner.demo.MemoryTables.DeadLetter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known, as cells of text that no longer can command a terminal. */
final class Rows {
    private Rows() {}

    /** Name, value, type, confidence, words, source. */
    static List<List<String>> beliefs(Known known) {
        return Stream.concat(
                        known.facts().stream().map(Rows::fact),
                        known.preferences().stream().map(Rows::preference))
                .toList();
    }

    private static List<String> fact(Fact fact) {
        return List.of(
                fact.relation(),
                Cells.printable(fact.entity()),
                fact.entityType(),
                confidence(fact.confidence()),
                quoted(fact.evidence().words()),
                source(fact.evidence()));
    }

    private static List<String> preference(Preference preference) {
        return List.of(
                preference.key(),
                Cells.printable(preference.value()),
                "preference",
                confidence(preference.confidence()),
                quoted(preference.evidence().words()),
                source(preference.evidence()));
    }

    /** Name, value, from when to when, words that ended it. */
    static List<List<String>> history(Known known) {
        return known.history().stream().map(Rows::past).toList();
    }

    private static List<String> past(Superseded past) {
        return List.of(
                past.name(),
                Cells.printable(past.what()),
                (past.from() == null ? "" : date(past.from()) + " ") + "to " + date(past.to()),
                past.endedBy() == null ? "" : "ended by " + quoted(past.endedBy()));
    }

    /** Error class, reason, place. */
    static List<List<String>> deadLetters(List<DeadLetter> letters) {
        return letters.stream()
                .map(letter ->
                        List.of(
                                letter.errorClass(),
                                Cells.printable(letter.reason()),
                                "partition %d, offset %d"
                                        .formatted(letter.partition(), letter.offset())))
                .sorted((one, other) -> one.getFirst().compareTo(other.getFirst()))
                .toList();
    }

    static String date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static String source(Quote evidence) {
        return evidence.messageId() == null || evidence.saidAt() == null
                ? ""
                : Cells.printable(evidence.messageId()) + ", " + date(evidence.saidAt());
    }

    private static String quoted(@Nullable String words) {
        return words == null ? "" : '"' + Cells.printable(words) + '"';
    }

    private static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }
}
