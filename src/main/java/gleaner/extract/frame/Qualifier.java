package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;

/** Says when a clause holds, how surely it was read and how strongly it was put. */
final class Qualifier {
    private static final double HEDGED = 0.8;
    private static final double ONCE = 0.6;
    private static final double MORE = 0.1;
    private static final double LESS = 0.2;

    private Qualifier() {}

    static Temporal temporal(Frame frame, Clause clause) {
        if (frame.is(Option.PAST) || frame.is(Option.ENDED) || clause.is(Aspect.USED_TO)) {
            return Temporal.PAST;
        }
        if (clause.is(Aspect.ENDED)) {
            return Temporal.CURRENT;
        }
        boolean prospect = frame.is(Option.NOW) && clause.is(Aspect.PROGRESSIVE);
        if (clause.is(Aspect.FUTURE) || prospect) {
            return Temporal.FUTURE;
        }
        if (frame.is(Option.NOW) || isTimeless(frame.relation())) {
            return Temporal.CURRENT;
        }
        if (clause.is(Aspect.PERFECT)) {
            return isOverThough(frame, clause) ? Temporal.PAST : Temporal.CURRENT;
        }
        if (!clause.is(Aspect.PAST)) {
            return Temporal.CURRENT;
        }
        return frame.relation().isAttitude() && !tellsOfThePast(clause)
                ? Temporal.CURRENT
                : Temporal.PAST;
    }

    private static boolean isTimeless(Relation relation) {
        return relation == Relation.FROM
                || relation == Relation.BORN_ON
                || relation == Relation.IS_NAMED;
    }

    /** "I have lived in Rome", without for how long: no more. */
    private static boolean isOverThough(Frame frame, Clause clause) {
        if (frame.relation() != Relation.LIVES_IN && frame.relation() != Relation.WORKS_AT) {
            return false;
        }
        for (int i = clause.start(); i < clause.sentence().size(); i++) {
            var token = clause.sentence().at(i);
            if (token.is(KeyWord.FOR)
                    || token.is(KeyWord.SINCE)
                    || token.is(KeyWord.ALWAYS)
                    || token.is(KeyWord.BEEN)
                    || token.is(KeyWord.LIFE)
                    || token.is(WordClass.PRESENT_TIME)) {
                return false;
            }
        }
        return true;
    }

    /** Named times past: "as a kid", "when I was", "back then", "last year". */
    private static boolean tellsOfThePast(Clause clause) {
        var sentence = clause.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            var token = sentence.at(i);
            var next = sentence.at(i + 1);
            if (token.is(WordClass.PAST_TIME)
                    || (token.is(KeyWord.AS) && next.is(KeyWord.A) && isYouth(sentence, i + 2))
                    || (token.is(KeyWord.WHEN) && sentence.at(i + 2).is(KeyWord.WAS))
                    || (token.is(KeyWord.BACK) && (next.is(KeyWord.THEN) || next.is(KeyWord.IN)))
                    || (token.is(KeyWord.GROWING) && next.is(KeyWord.UP))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYouth(Sentence sentence, int i) {
        var token = sentence.at(i);
        return token.is(KeyWord.KID)
                || token.is(KeyWord.CHILD)
                || token.is(KeyWord.TEENAGER)
                || token.is(KeyWord.TEEN);
    }

    /** A visit, a single event or a running one, where a habit is asked for. */
    static boolean isPassing(Frame frame, Clause clause) {
        if (frame.is(Option.HABIT)) {
            boolean running = clause.is(Aspect.PROGRESSIVE) && !clause.is(Aspect.PERFECT);
            return (running && !clause.is(Aspect.HABITUAL)) || isOnce(clause);
        }
        return frame.is(Option.STAYS) && (namesTime(clause) || clause.is(Aspect.PAST));
    }

    /** "I didn't have a car": says nothing of now. */
    static boolean isPastDenial(Frame frame, Clause clause) {
        return frame.isNegated(clause)
                && frame.negation() == Frame.Negation.DENY
                && clause.is(Aspect.PAST)
                && !clause.is(Aspect.PERFECT)
                && !clause.is(Aspect.ENDED)
                && frame.relation().endurance() == Relation.Endurance.PASSES;
    }

    private static boolean isOnce(Clause clause) {
        return clause.is(Aspect.PAST)
                && !clause.is(Aspect.USED_TO)
                && !clause.is(Aspect.HABITUAL)
                && !clause.is(Aspect.PERFECT)
                && namesTime(clause);
    }

    private static boolean namesTime(Clause clause) {
        for (int i = clause.verb().main(); i < clause.end(); i++) {
            var token = clause.sentence().at(i);
            if (token.is(WordClass.TIME_NOUN) || token.is(WordClass.VISIT)) {
                return true;
            }
        }
        return false;
    }

    static double confidence(Frame frame, Clause clause) {
        double confidence = frame.confidence() * clause.weight();
        if (clause.is(Aspect.HEDGED)) {
            confidence *= HEDGED;
        }
        boolean once =
                frame.is(Option.HABIT)
                        && clause.is(Aspect.PAST)
                        && !clause.is(Aspect.USED_TO)
                        && !clause.is(Aspect.PERFECT);
        return once ? confidence * ONCE : confidence;
    }

    static double strength(Frame frame, Clause clause) {
        double strength = frame.strength();
        if (clause.is(Aspect.INTENSIFIED) || isStressed(clause)) {
            strength += MORE;
        }
        if (clause.is(Aspect.DIMINISHED)) {
            strength -= LESS;
        }
        return Math.clamp(Math.round(strength * 100) / 100.0, 0.0, 1.0);
    }

    /** "so much", "a lot", an exclamation mark. */
    private static boolean isStressed(Clause clause) {
        var sentence = clause.sentence();
        for (int i = clause.verb().main(); i < sentence.size(); i++) {
            var token = sentence.at(i);
            boolean much = token.is(KeyWord.SO) && sentence.at(i + 1).is(KeyWord.MUCH);
            boolean lot =
                    token.is(KeyWord.A)
                            && sentence.at(i + 1).is(KeyWord.LOT)
                            && !sentence.at(i + 2).is(KeyWord.OF);
            if (much || lot) {
                return true;
            }
            if (token.tag() == Tag.STOP) {
                break;
            }
        }
        return sentence.exclaimed();
    }
}
