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
import org.jspecify.annotations.Nullable;

/** What is known, as cells of text that no longer can command a terminal. */
final class Rows {
    private Rows() {}

    /** Relation, entity, type, confidence, words, source. */
    static List<List<String>> facts(Known known) {
        return known.facts().stream().map(Rows::fact).toList();
    }

    /** Key, value, confidence, words, source. */
    static List<List<String>> preferences(Known known) {
        return known.preferences().stream().map(Rows::preference).toList();
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
                past.from() == null
                        ? "over by " + date(past.to())
                        : date(past.from()) + " to " + date(past.to()),
                quoted(past.endedBy()));
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
                : Cells.printable(evidence.messageId()) + " " + date(evidence.saidAt());
    }

    private static String quoted(@Nullable String words) {
        return words == null ? "" : '"' + Cells.printable(words) + '"';
    }

    private static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }
}
