package gleaner.cli;

import gleaner.config.Settings;
import gleaner.postgres.operation.Digest;
import gleaner.postgres.operation.Forgetting;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.statement.Receipt;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forgets a user, or one conversation of a user. */
@Command(
        name = "forget",
        description = "Forgets everything about a user, or one conversation of a user, up to now.",
        footer = {
            "",
            "Shows the receipt: how many rows of which table went, or held something of it and",
            "were folded anew. What was said until now stays forgotten, however late it arrives or",
            "is replayed; what is said later counts again. The log itself still holds the words",
            "until its retention ends."
        })
public final class ForgetCommand implements Callable<Integer> {
    /** As long as {@code universal_users.universal_id}. */
    private static final int MAX_ID = 255;

    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private ApplyOption apply = new ApplyOption();
    @Mixin private JsonOption output = new JsonOption();

    @Parameters(paramLabel = "USER", description = "The user's id.")
    private String userId = "";

    @Option(
            names = "--conversation",
            paramLabel = "ID",
            description = "Only what was said in this conversation.")
    private @Nullable String conversationId;

    public ForgetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::forget).orElse(Exit.USAGE);
    }

    private int forget(Settings settings) {
        requireId("USER", userId);
        requireId("--conversation", conversationId == null ? userId : conversationId);
        try (var operations = Operations.open(settings.postgres())) {
            var receipt =
                    operations.make(
                            apply.order("forget", arguments()),
                            new Forgetting(
                                    operations.effects(settings.limits()), userId, conversationId));
            output.print(report(receipt), apply.isGiven(), surroundings);
            return Exit.OK;
        }
    }

    private static void requireId(String name, String id) {
        if (id.isBlank() || id.codePointCount(0, id.length()) > MAX_ID) {
            throw new WrongCall(name + " is no id; allowed are 1 to " + MAX_ID + " characters");
        }
    }

    private JsonObject arguments() {
        var arguments = new JsonObject().put("user", Digest.ofUser(userId));
        return conversationId == null
                ? arguments
                : arguments.put("conversation", Digest.withinUser(userId, conversationId));
    }

    private static Report report(Receipt receipt) {
        var report = new Report("table", "rows", "up_to");
        receipt.counts().forEach((table, rows) -> report.row(table, rows, receipt.upTo()));
        return report;
    }
}
