package gleaner.memory;

import gleaner.memory.Relation.Endurance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was believed in one strand while its statements were said, one after the other.
 *
 * <p>A later statement wins, but what is merely implied neither replaces nor revives what was said
 * outright.
 */
final class Timeline {
    private @Nullable Held held;
    private final Set<String> calledOff = new HashSet<>();
    private final List<PastBelief> history = new ArrayList<>();

    /** Takes the next statement, in {@link Observation#BY_PRECEDENCE} order. */
    void say(Observation next) {
        if (isYetToCome(next)) {
            return;
        }
        if (next.denied() || isOver(next)) {
            end(next);
        } else {
            affirm(next);
        }
    }

    Optional<Belief> current() {
        return Optional.ofNullable(held).map(Held::belief);
    }

    List<PastBelief> history() {
        return history;
    }

    private void affirm(Observation next) {
        if (!next.explicit() && isSettledOtherwise(next)) {
            return;
        }
        if (held != null && held.agrees(next)) {
            held.support(next);
        } else {
            close(next);
            held = new Held(next);
        }
        if (next.explicit()) {
            calledOff.remove(next.valueKey());
        }
    }

    private boolean isSettledOtherwise(Observation implied) {
        return calledOff.contains(implied.valueKey())
                || (held != null && held.explicit() && !held.agrees(implied));
    }

    private void end(Observation next) {
        if (held != null && held.isEndedBy(next)) {
            if (next.explicit() || !held.explicit()) {
                close(next);
            }
        } else if (!next.denied() && !isRemembered(next)) {
            history.add(
                    new PastBelief(next, next.confidence(), null, next.source().saidAt(), next));
        }
        if (next.explicit()) {
            calledOff.add(next.valueKey());
        }
    }

    private void close(Observation endedBy) {
        if (held == null) {
            return;
        }
        var belief = held.belief();
        history.add(
                new PastBelief(
                        belief.observation(),
                        belief.confidence(),
                        belief.validFrom(),
                        endedBy.source().saidAt(),
                        endedBy));
        held = null;
    }

    private boolean isRemembered(Observation past) {
        return history.stream().anyMatch(p -> p.observation().valueKey().equals(past.valueKey()));
    }

    private static boolean isYetToCome(Observation o) {
        return o.temporal() == Temporal.FUTURE && endurance(o) != Endurance.PROSPECT;
    }

    private static boolean isOver(Observation o) {
        return o.temporal() == Temporal.PAST && endurance(o) != Endurance.LASTS;
    }

    private static Endurance endurance(Observation o) {
        return o.statement() instanceof Statement.Fact(var relation, var _)
                ? relation.endurance()
                : Endurance.PASSES;
    }
}
