package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Tag;

/** Makes claims of clauses. */
final class Claims {
    private Claims() {}

    /** What a frame claims of a clause that it fits, up to this token. */
    static Claim of(Frame frame, Clause clause, int end) {
        var claim =
                new Claim(
                        frame.relation(),
                        false,
                        Qualifier.temporal(frame, clause),
                        Qualifier.confidence(frame, clause),
                        Qualifier.strength(frame, clause),
                        !frame.is(Option.IMPLIED),
                        frame.kinds(),
                        frame.onlyKinds(),
                        clause.start(),
                        end,
                        frame.id());
        boolean ended = clause.is(Aspect.ENDED) && !frame.required().contains(Aspect.NEGATED);
        if (ended) {
            return claim.deniedIf(true);
        }
        return frame.isNegated(clause) ? negated(frame, claim) : claim;
    }

    /** What a denial makes of it. */
    static Claim negated(Frame frame, Claim claim) {
        var turned = frame.turned();
        if (turned != null) {
            return claim.as(turned);
        }
        return claim.deniedIf(!claim.denied());
    }

    /** "listening to jazz", where the frame asks for the activity. */
    static String name(Lexicon lexicon, Frame frame, Clause clause, Phrase phrase) {
        if (!frame.is(Option.GERUND) || phrase.is(Form.ACTIVITY)) {
            return phrase.name();
        }
        var link = clause.sentence().at(clause.verb().main() + 1);
        boolean number = clause.sentence().at(clause.verb().main() + 2).tag() == Tag.CD;
        boolean linked = link.tag() == Tag.TO || (link.tag() == Tag.IN && !number);
        var object = linked ? link.lower() + " " + phrase.name() : phrase.name();
        return gerund(lexicon, clause.verb().lemma(), object);
    }

    /** The activity that a verb and its object make: "collecting stamps". */
    static String gerund(Lexicon lexicon, String verb, String object) {
        return lexicon.gerund(verb) + " " + object;
    }

    /** With evidence from the clause up to the phrase, of any kind. */
    static Claim spanning(Claim claim, Clause clause, Phrase phrase) {
        return new Claim(
                claim.relation(),
                claim.denied(),
                claim.temporal(),
                claim.confidence(),
                claim.strength(),
                claim.explicit(),
                claim.kinds(),
                false,
                clause.start(),
                phrase.end(),
                claim.rule());
    }
}
