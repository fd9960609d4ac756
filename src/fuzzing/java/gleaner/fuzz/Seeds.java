package gleaner.fuzz;

import gleaner.demo.SampleFile;
import gleaner.demo.SampleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Writes what a fuzz target starts from: what the repository holds of its kind anyway. */
final class Seeds {
    private Seeds() {}

    /**
     * Called in the repository's folder.
     *
     * @param args the target without {@code Fuzz}, and the folder to write into
     */
    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[1]));
        var seeds = of(args[0]);
        // Targets take their choices from the end of the input: for each, this is the first one.
        var choices = "\0".repeat(choices(args[0]));
        for (int i = 0; i < seeds.size(); i++) {
            Files.writeString(folder.resolve("seed-" + i), seeds.get(i) + choices);
        }
    }

    /** Bytes that a target takes from the end of the input when all of them are 0. */
    private static int choices(String target) {
        return switch (target) {
            case "EventDecoder" -> 6;
            case "Settings" -> 4;
            case "Kinds" -> 11;
            case "Reader" -> 1;
            case "ForeignPreference" -> 4;
            default -> 0;
        };
    }

    private static List<String> of(String target) throws IOException {
        return switch (target) {
            case "EventDecoder" -> events();
            case "Settings" -> List.of(Files.readString(Path.of("config/gleaner.yaml")));
            case "PostgresUri" ->
                    List.of(
                            "postgresql://db:5432/chat?sslmode=verify-full",
                            "postgresql://[::1]/chat");
            case "Kinds" -> List.of("30 s", "64 KiB", "true", "a:1,b:2", "17", "error");
            case "Reader" -> messages();
            // Each took the reader seconds once, said over and over.
            case "ReaderWork" ->
                    List.of("a/", "1 ", "a--", "x,", "I live in Oslo. ", "I love pizza and ");
            case "JsonLines" -> lines();
            case "ForeignPreference" ->
                    List.of(
                            "\"it\"",
                            "{\"value\": \"it\", \"confidence\": 0.7, \"updated_at\": \"2025-01-01"
                                    + " 05:00:00\", \"metadata\": {\"is_explicit\": true,"
                                    + " \"extraction_method\": \"chat\"}}",
                            "{\"value\": {\"focus\": [\"music\", \"art\"], \"avoid\": []}}");
            case "ForeignFact" -> List.of();
            default -> throw new IllegalArgumentException("no target " + target);
        };
    }

    private static List<String> events() throws IOException {
        return SampleFile.read(Path.of("config/samples/conversations.jsonl")).stream()
                .map(SampleRecord::value)
                .filter(Objects::nonNull)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    /** The labelled messages, without their labels. */
    private static List<String> messages() throws IOException {
        var messages = new ArrayList<String>();
        for (var kind : List.of("facts", "preference")) {
            var folder = Path.of("src/test/resources/gleaner/extract").resolve(kind);
            try (var files = Files.newDirectoryStream(folder, "*.tsv")) {
                for (var file : files) {
                    for (var line : Files.readAllLines(file)) {
                        // Of any row, the message is the cell that is longest.
                        Arrays.stream(line.split("\t"))
                                .max(Comparator.comparingInt(String::length))
                                .filter(cell -> !line.startsWith("#"))
                                .ifPresent(messages::add);
                    }
                }
            }
        }
        return messages;
    }

    private static List<String> lines() {
        return List.of(
                "{\"id\": 1, \"text\": \"I love pizza\"}\r\n\n{\"text\": \"no politics\"}",
                "{\"id\": \"é\", \"messages\": [{\"role\": \"assistant\", \"content\": \"Your"
                        + " name?\"}, {\"role\": \"user\", \"content\": \"Kim\"}]}\n");
    }
}
