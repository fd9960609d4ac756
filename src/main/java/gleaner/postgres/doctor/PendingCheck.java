package gleaner.postgres.doctor;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import gleaner.postgres.Jdbc;
import gleaner.postgres.migration.ExpectedWork;
import gleaner.postgres.migration.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the pending migrations would do to the tables that others use, and for how long. */
final class PendingCheck implements DatabaseCheck {
    private static final String CHECK = "migrations.pending";

    private final Settings.Postgres settings;

    PendingCheck(Settings.Postgres settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> in(Jdbc database, Schema schema) {
        var findings = new ArrayList<Finding>();
        for (var version : Migrations.status(settings)) {
            switch (version.state()) {
                case APPLIED, PENDING, LATER -> {}
                case CHANGED, FAILED ->
                        findings.add(
                                Finding.blocks(
                                        "migrations.history",
                                        "V"
                                                + version.version()
                                                + " is "
                                                + version.state().name().toLowerCase(Locale.ROOT)
                                                + ": not as this version ships it",
                                        "Run the version of Gleaner that migrated this database, or"
                                                + " a later one."));
            }
        }
        if (findings.isEmpty()) {
            findings.addAll(pending(Migrations.expectations(settings)));
        }
        return findings;
    }

    private static List<Finding> pending(List<ExpectedWork> expected) {
        var findings = new ArrayList<Finding>();
        expected.stream()
                .filter(work -> !work.isFree())
                .forEach(work -> findings.add(finding(work)));
        var free =
                expected.stream().filter(ExpectedWork::isFree).map(ExpectedWork::version).toList();
        if (!free.isEmpty()) {
            findings.add(told(String.join(", ", free) + ": nobody notices"));
        }
        return findings;
    }

    private static Finding finding(ExpectedWork work) {
        var seconds = work.time().toSeconds();
        return told(
                work.version()
                        + ": "
                        + work.lock()
                        + (seconds <= 1 ? ", a second at most" : ", about " + seconds + " s"));
    }

    private static Finding told(String what) {
        return Finding.tells(CHECK, what).will("Runs it at the start.");
    }
}
