package gleaner.cli;

import gleaner.config.Settings;
import gleaner.event.SourceRecord;
import gleaner.kafka.LogUnavailable;
import gleaner.postgres.letter.Payload;
import gleaner.postgres.operation.Opening;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Order;
import gleaner.postgres.statement.LetterKey;
import gleaner.postgres.statement.LetterRow;
import gleaner.postgres.statement.SelectDeadLetter;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one dead letter, and its record if asked to. */
@Command(
        name = "show",
        description = "Shows one dead letter; the record itself only with --payload.",
        footer = {"", "What --payload shows, and that somebody looked, is noted in gleaner.audit."})
public final class ShowLetterCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private JsonOption output = new JsonOption();

    @Option(
            names = "--payload",
            description = "The record, too: from the log, or else as it was kept.")
    private boolean payload;

    @Parameters(
            paramLabel = "POSITION",
            converter = LetterKeyConverter.class,
            description = "topic/partition/offset, as dead-letters list shows it.")
    private @Nullable LetterKey key;

    public ShowLetterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var settings = settingsOption.load(surroundings);
        return settings.isPresent() && key != null ? show(settings.get(), key) : Exit.USAGE;
    }

    private int show(Settings settings, LetterKey at) throws LogUnavailable {
        try (var operations = Operations.open(settings.postgres())) {
            var found =
                    payload
                            ? operations.make(order(at), new Opening(at))
                            : operations.ask(client -> SelectDeadLetter.at(client, at));
            var letter = found.orElseThrow(() -> new WrongCall("there is no dead letter at " + at));
            if (payload) {
                return showRecord(settings, letter);
            }
            var report = LetterReport.empty();
            LetterReport.add(report, letter);
            output.print(report, surroundings);
            return Exit.OK;
        }
    }

    /** Looking is no change, so it needs no --apply. */
    private static Order order(LetterKey at) {
        return new ApplyOption()
                .order(
                        "dead-letters show --payload",
                        new JsonObject().put("position", at.toString()))
                .applied();
    }

    private int showRecord(Settings settings, LetterRow letter) throws LogUnavailable {
        try (var records = LetterRecords.open(settings)) {
            var inLog =
                    records.isInLog(letter)
                            ? records.inLog(letter, before -> {})
                            : Optional.<SourceRecord>empty();
            var record = inLog.or(() -> records.kept(letter).map(Payload::record));
            var report =
                    new Report("position", "read_from", "appended_at", "key", "headers", "value");
            record.ifPresent(r ->
                    report.row(
                            letter.key(),
                            inLog.isPresent() ? "log" : "payload",
                            r.appendedAt(),
                            text(r.key()),
                            headers(r),
                            text(r.value())));
            output.print(report, surroundings);
            if (record.isEmpty()) {
                surroundings.err().println("neither the log nor a payload holds the record");
            }
            return record.isPresent() ? Exit.OK : Exit.FAILED;
        }
    }

    private static String headers(SourceRecord record) {
        var headers = new JsonObject();
        record.headers().forEach((name, value) -> headers.put(name, text(value)));
        return headers.encode();
    }

    /** As text where it is UTF-8, and in Base64 otherwise. */
    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException noText) {
            return "base64:" + Base64.getEncoder().encodeToString(bytes);
        }
    }
}
