package gleaner.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The settings give no Kafka client. Kafka's own words may quote the properties, where a password
 * without its quotation marks is taken for the name of something; so a message that shares a word
 * with a property's value is left out, and its trace is not kept.
 */
final class ClientRefused extends IOException {
    private static final long serialVersionUID = 1;

    /** Shorter ones tell nothing, and stand in every message. */
    private static final int SHORTEST_WORD = 3;

    ClientRefused(Throwable failure, Collection<String> propertyValues) {
        super("no Kafka client with these settings: " + told(failure, propertyValues));
    }

    private static String told(Throwable failure, Collection<String> propertyValues) {
        var words =
                propertyValues.stream()
                        .flatMap(value -> Arrays.stream(value.split("[^\\p{L}\\p{N}]+")))
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .collect(Collectors.toSet());
        var told = new ArrayList<String>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            var name = cause.getClass().getSimpleName();
            told.add(words.stream().anyMatch(message::contains) ? name : name + ": " + message);
        }
        return String.join("; ", told);
    }
}
