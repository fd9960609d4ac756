package gleaner;

import gleaner.config.Settings;
import gleaner.cycle.CycleStatus;
import gleaner.cycle.Outage;
import gleaner.http.Check;
import gleaner.http.Vitals;
import java.time.Duration;
import java.util.List;

/** How the worker stands, from what the cycle and the store tell. */
final class WorkerVitals implements Vitals {
    /**
     * Far beyond any pause between polls: a rebalance, a broker that is gone, the longest back-off.
     */
    private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

    private final EnrichmentVerticle enrichment;
    private final Outage outage;
    private final Settings.Retry retry;

    WorkerVitals(EnrichmentVerticle enrichment, Outage outage, Settings.Retry retry) {
        this.enrichment = enrichment;
        this.outage = outage;
        this.retry = retry;
    }

    @Override
    public List<Check> liveness() {
        var since = enrichment.sinceLastPoll();
        return List.of(
                since.compareTo(LONGEST_POLL) > 0
                        ? Check.failed("polling", "no poll ended for " + since.toSeconds() + " s")
                        : Check.ok("polling", "the log is polled"));
    }

    @Override
    public List<Check> readiness() {
        var status = enrichment.status();
        return List.of(database(), polling(), assignment(status), parked(status), draining(status));
    }

    private Check database() {
        return outage.longerThan(retry.notReadyAfter())
                .map(o ->
                        Check.failed(
                                "database",
                                "failing since " + o.since() + " with SQLSTATE " + o.sqlState()))
                .orElseGet(() -> Check.ok("database", "answers, or is away for a short time only"));
    }

    private Check polling() {
        var failing = enrichment.pollsFailingFor();
        return failing.compareTo(retry.notReadyAfter()) > 0
                ? Check.failed("kafka", "every poll failed for " + failing.toSeconds() + " s")
                : Check.ok("kafka", "polls go well, or fail for a short time only");
    }

    private static Check assignment(CycleStatus status) {
        var waiting = status.assigned() - status.claimed() - status.parked().size();
        if (waiting > 0) {
            return Check.failed(
                    "assignment",
                    waiting + " of " + status.assigned() + " partitions not claimed yet");
        }
        return status.assigned() == 0
                ? Check.warning(
                        "assignment", "no partition: rebalancing, or more replicas than partitions")
                : Check.ok("assignment", status.claimed() + " partitions");
    }

    private static Check parked(CycleStatus status) {
        return status.parked().isEmpty()
                ? Check.ok("parked", "none")
                : Check.warning("parked", status.parked().toString());
    }

    private static Check draining(CycleStatus status) {
        return status.draining()
                ? Check.failed("draining", "the worker is ending")
                : Check.ok("draining", "no");
    }
}
