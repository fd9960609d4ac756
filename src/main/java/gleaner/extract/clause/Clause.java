package gleaner.extract.clause;

import gleaner.extract.text.Sentence;
import java.util.Set;

/**
 * Something that the user says of themselves.
 *
 * @param sentence where it stands
 * @param start its first token: the subject, or the verb where the subject is left out
 * @param verb what is said
 * @param end behind its last token: what the verb is about stands between
 * @param weight how surely it is the user who is spoken of, above 0 and at most 1
 * @param aspects those of the verb and those of the clause around it
 */
public record Clause(
        Sentence sentence, int start, VerbGroup verb, int end, double weight, Set<Aspect> aspects) {

    public boolean is(Aspect aspect) {
        return aspects.contains(aspect);
    }
}
