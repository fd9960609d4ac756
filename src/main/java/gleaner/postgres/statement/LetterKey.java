package gleaner.postgres.statement;

import gleaner.event.Partition;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the record of a dead letter stands in the log; written {@code topic/partition/offset}. */
public record LetterKey(Partition partition, long offset) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+)/(\\d{1,9})/(\\d{1,18})");

    /** Reads the written form. */
    public static Optional<LetterKey> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new LetterKey(
                                new Partition(matcher.group(1), Integer.parseInt(matcher.group(2))),
                                Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition.topic() + '/' + partition.number() + '/' + offset;
    }
}
