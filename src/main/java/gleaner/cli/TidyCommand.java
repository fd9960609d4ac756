package gleaner.cli;

import gleaner.config.Settings;
import gleaner.extract.EntityNames;
import gleaner.postgres.operation.Operations;
import gleaner.postgres.operation.Order;
import gleaner.postgres.operation.Tidying;
import gleaner.postgres.tidy.Duplicates;
import gleaner.postgres.tidy.EntityGroup;
import gleaner.postgres.tidy.Merged;
import gleaner.postgres.tidy.NamedEntity;
import gleaner.postgres.tidy.Sameness;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds entities that are one thing under several names, and merges them. */
@Command(
        name = "tidy",
        description = "Merges entities that are one thing under several names.",
        footer = {
            "",
            "Names are one that differ in case or space, and plurals with their singular, but for",
            "people, places, media and organizations. Facts, statements, history and relationships",
            "go over to the one that is written as it should be.",
            "",
            "facts       rows that refer to it from then on",
            "statements  observations that call it by its name from then on",
            "left        entities that stay, because somebody referred to them meanwhile, or a"
                    + " table",
            "            of another program does",
            "",
            "Goes in batches, each a transaction with its row in the audit, and can be ended and",
            "called again at any time. Workers and other programs go on; one that remembers the id",
            "of an entity that went has to look it up again."
        })
public final class TidyCommand implements Callable<Integer> {
    private static final int GROUPS = 100;

    private final Surroundings surroundings;

    @Mixin private SettingsOption settingsOption = new SettingsOption();
    @Mixin private ApplyOption apply = new ApplyOption();
    @Mixin private JsonOption output = new JsonOption();

    /** Otherwise what a later batch meets is what the rehearsal of an earlier one rolled back. */
    private boolean isInOne = true;

    public TidyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return settingsOption.load(surroundings).map(this::tidy).orElse(Exit.USAGE);
    }

    private int tidy(Settings settings) {
        var sameness = new Sameness(EntityNames.load()::singular);
        var groups = Duplicates.in(settings.postgres(), sameness);
        var report = new Report("entity_type", "kept", "merged", "facts", "statements", "left");
        var run = UUID.randomUUID().toString();
        try (var operations = Operations.open(settings.postgres())) {
            for (int from = 0; from < groups.size(); from += GROUPS) {
                var batch = groups.subList(from, Math.min(groups.size(), from + GROUPS));
                var merged = merge(operations, settings.limits(), batch, run);
                batch.forEach(group -> add(report, group, merged));
            }
        }
        output.print(report, apply.isGiven(), surroundings);
        return Exit.OK;
    }

    private Merged merge(
            Operations operations, Settings.Limits limits, List<EntityGroup> groups, String run) {
        var merging = operations.merging(limits);
        var all = Merged.nothing();
        do {
            all =
                    all.and(
                            operations.makeBeside(
                                    order(run), new Tidying(merging, groups, all.lastUser())));
            isInOne &= all.isLast() || apply.isGiven();
        } while (!all.isLast());
        return all;
    }

    /** The batches of one call are found by its id. */
    private Order order(String run) {
        return apply.order("tidy", new JsonObject().put("run", run));
    }

    private void add(Report report, EntityGroup group, Merged merged) {
        var kept = group.kept().id();
        report.row(
                group.kept().type(),
                group.name(),
                names(group),
                merged.facts().getOrDefault(kept, 0),
                merged.statements().getOrDefault(kept, 0),
                isInOne ? group.merged().size() - merged.entities().getOrDefault(kept, 0) : null);
    }

    private static String names(EntityGroup group) {
        var names =
                group.merged().stream().map(NamedEntity::name).collect(Collectors.joining(", "));
        return group.isRenamed() ? String.join(", ", group.kept().name(), names) : names;
    }
}
