package gleaner.postgres.migration;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.postgres.Jdbc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The way back: scripts of {@code migrations/undo}, which keep all data. A version that could not
 * be taken back without losing some has none.
 */
final class Undo {
    private static final Pattern GOES_WITH_IT = Pattern.compile("(?m)^-- Goes with it: V(\\w+)$");
    private static final String CONVERSION = "2";

    private static final String HAS_CLAIMS =
            "SELECT to_regclass('gleaner.partition_progress') IS NOT NULL";

    /** Nobody claims a partition while this is held. */
    private static final String HOLD_CLAIMS =
            "LOCK TABLE gleaner.partition_progress IN SHARE ROW EXCLUSIVE MODE";

    private static final String CLAIMS =
            """
            SELECT format('%s/%s by %s since %s', topic, partition, owner, date_trunc('second', updated_at))
              FROM gleaner.partition_progress
             WHERE owner IS NOT NULL
             ORDER BY topic, partition
             LIMIT 3
            """;

    /** Not there yet while the first conversion of an adopted table is only begun. */
    private static final String HAS_HISTORY =
            "SELECT to_regclass('gleaner.gleaner_schema_history') IS NOT NULL";

    private static final String FORGET =
            "DELETE FROM gleaner.gleaner_schema_history WHERE version = ANY (?)";

    private final Settings.Postgres settings;

    /** A script and the version that it takes back. */
    private record Step(String version, Script script) {}

    Undo(Settings.Postgres settings) {
        this.settings = settings;
    }

    /** The scripts that would take back a version, or the newest one; in order. */
    List<Script> plan(Optional<String> version) throws SQLException {
        return steps(version).stream().map(Step::script).toList();
    }

    /** Takes it back, all in one transaction; gives the versions. */
    List<String> run(Optional<String> version) throws SQLException, InterruptedException {
        var steps = steps(version);
        var versions = steps.stream().map(Step::version).toList();
        try (var database = Jdbc.connect(settings, "gleaner migrations")) {
            MigrationLock.take(database, new Patience(settings.migrationTimeout()));
            database.inTransaction(() -> {
                refuseWhileClaimed(database);
                for (var step : steps) {
                    database.execute(step.script().text());
                }
                if (database.truth(HAS_HISTORY)) {
                    database.update(FORGET, (Object) versions.toArray(String[]::new));
                }
                MigrationAudit.write(database, "migrate --undo", versions);
            });
        }
        return versions;
    }

    private List<Step> steps(Optional<String> wanted) throws SQLException {
        var applied = applied();
        if (applied.isEmpty()) {
            throw new MigrationRefused("no version is applied");
        }
        return steps(wanted.orElse(applied.lastKey()), applied);
    }

    private List<Step> steps(String version, SortedMap<String, String> applied)
            throws SQLException {
        if (!applied.containsKey(version)) {
            throw new MigrationRefused("V" + version + " is not applied");
        }
        var script = script(version, applied);
        var steps = new ArrayList<Step>();
        for (var with = GOES_WITH_IT.matcher(script.text()); with.find(); ) {
            if (applied.containsKey(with.group(1))) {
                steps.addAll(steps(with.group(1), applied));
            }
        }
        steps.add(new Step(version, script));
        return steps;
    }

    /** Scripts by version, in order; the conversion of a large table counts when it is begun. */
    private SortedMap<String, String> applied() throws SQLException {
        var isBegun = isConversionBegun();
        var applied =
                new TreeMap<String, String>(Comparator.comparing(MigrationVersion::fromVersion));
        new SchemaHistory(settings)
                .versions().stream()
                        .filter(each ->
                                each.state() == MigrationStatus.State.APPLIED
                                        || (isBegun && each.version().equals(CONVERSION)))
                        .forEach(each -> applied.put(each.version(), each.script()));
        return applied;
    }

    private boolean isConversionBegun() throws SQLException {
        try (var database = Jdbc.connect(settings, "gleaner migrations")) {
            return Conversion.in(database) == Conversion.BEGUN;
        }
    }

    private static Script script(String version, SortedMap<String, String> applied) {
        return Script.find("undo/U" + requireNonNull(applied.get(version)).substring(1))
                .orElseThrow(() ->
                        new MigrationRefused(
                                "there is no way back from V"
                                        + version
                                        + ": what it made holds data that would be lost"));
    }

    private static void refuseWhileClaimed(Jdbc database) throws SQLException {
        if (!database.truth(HAS_CLAIMS)) {
            return;
        }
        database.execute("SET LOCAL lock_timeout = '3s'");
        database.execute(HOLD_CLAIMS);
        var claims = database.texts(CLAIMS);
        if (!claims.isEmpty()) {
            throw new MigrationRefused(
                    "nothing was taken back: a worker holds claims ("
                            + String.join("; ", claims)
                            + "). End all workers. One that was killed leaves its claims behind,"
                            + " until another one ran and ended in order");
        }
    }
}
