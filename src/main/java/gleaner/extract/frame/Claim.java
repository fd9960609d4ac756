package gleaner.extract.frame;

import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;

/**
 * What is claimed of a phrase, before it is known whether the phrase can be an entity.
 *
 * @param kinds preferred for the entity
 * @param onlyKinds whether it must be of one of them
 * @param from first token of the evidence
 * @param to behind its last
 */
record Claim(
        Relation relation,
        boolean denied,
        Temporal temporal,
        double confidence,
        double strength,
        boolean explicit,
        List<Kind> kinds,
        boolean onlyKinds,
        int from,
        int to,
        String rule) {

    /** What is so now, said outright, of an entity of any kind. */
    static Claim stated(
            Relation relation, double confidence, double strength, int from, int to, String rule) {
        return new Claim(
                relation,
                false,
                Temporal.CURRENT,
                confidence,
                strength,
                true,
                List.of(),
                false,
                from,
                to,
                rule);
    }

    static Claim of(Frame frame, double weight, int from, int to) {
        return new Claim(
                frame.relation(),
                false,
                frame.is(Option.PAST) || frame.is(Option.ENDED) ? Temporal.PAST : Temporal.CURRENT,
                frame.confidence() * weight,
                frame.strength(),
                !frame.is(Option.IMPLIED),
                frame.kinds(),
                frame.onlyKinds(),
                from,
                to,
                frame.id());
    }

    Claim as(Relation other) {
        return new Claim(
                other,
                denied,
                temporal,
                confidence,
                strength,
                explicit,
                kinds,
                onlyKinds,
                from,
                to,
                rule);
    }

    Claim when(Temporal when) {
        return new Claim(
                relation,
                denied,
                when,
                confidence,
                strength,
                explicit,
                kinds,
                onlyKinds,
                from,
                to,
                rule);
    }

    Claim deniedIf(boolean deny) {
        return new Claim(
                relation,
                deny,
                temporal,
                confidence,
                strength,
                explicit,
                kinds,
                onlyKinds,
                from,
                to,
                rule);
    }

    Claim from(int first) {
        return new Claim(
                relation,
                denied,
                temporal,
                confidence,
                strength,
                explicit,
                kinds,
                onlyKinds,
                first,
                to,
                rule);
    }

    Claim weakened(double factor) {
        return new Claim(
                relation,
                denied,
                temporal,
                confidence * factor,
                strength,
                explicit,
                kinds,
                onlyKinds,
                from,
                to,
                rule);
    }
}
