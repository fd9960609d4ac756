package gleaner.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a user's events were applied in their order: what one transaction holds comes before all
 * that a later one holds.
 */
final class UserOrder {
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Progress> users = new HashMap<>();
    private final Findings findings;

    /**
     * @param transaction the latest that applied something of this user
     * @param before the highest number that earlier ones had applied
     * @param highest that number, the latest transaction included
     */
    private record Progress(long transaction, long before, long highest) {
        static final Progress NONE = new Progress(-1, -1, -1);

        Progress with(long next, long number) {
            return new Progress(
                    next, next == transaction ? before : highest, Math.max(highest, number));
        }
    }

    UserOrder(List<Delivery> deliveries, Findings findings) {
        this.findings = findings;
        for (var delivery : deliveries) {
            var event = delivery.event();
            if (event != null) {
                numbers.put(event.eventId(), event.number());
            }
        }
    }

    void check(List<Trace> traces) {
        for (var trace : traces) {
            switch (trace) {
                case Trace.Observed observed -> check(observed);
                case Trace.Moved moved -> afterRewind(moved);
                case Trace.Began _, Trace.Claimed _, Trace.Buried _ -> {}
            }
        }
    }

    /** From there on everything comes once more. */
    private void afterRewind(Trace.Moved moved) {
        if (moved.to() < moved.from()) {
            users.clear();
        }
    }

    private void check(Trace.Observed observed) {
        var number = numbers.get(observed.eventId());
        if (number == null) {
            return;
        }
        var progress =
                users.getOrDefault(observed.user(), Progress.NONE)
                        .with(observed.transaction(), number);
        users.put(observed.user(), progress);
        if (number <= progress.before()) {
            findings.problem(
                    "out of order: " + observed.eventId() + " after number " + progress.before());
        }
    }
}
