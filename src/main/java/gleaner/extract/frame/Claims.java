package gleaner.extract.frame;

import gleaner.extract.clause.Aspect;
import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Tag;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.Set;

/** Makes claims of clauses. */
final class Claims {
    private static final Set<Relation> AVERSIONS =
            Set.of(Relation.DISLIKES, Relation.HATES, Relation.AVOIDS);

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

    /** "I couldn't stand sushi until my thirties": disliked then, liked since. */
    static Claim turnedSince(Clause clause, Claim claim) {
        var behind = clause.sentence().at(clause.end());
        boolean past = clause.is(Aspect.PAST) || clause.is(Aspect.USED_TO) || isCould(clause);
        boolean until = behind.is(KeyWord.UNTIL) || behind.is(KeyWord.TILL);
        return past && until && AVERSIONS.contains(claim.relation())
                ? claim.as(Relation.LIKES).when(Temporal.CURRENT)
                : claim;
    }

    private static boolean isCould(Clause clause) {
        return clause.is(Aspect.CAN) && clause.is(Aspect.NEGATED);
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
