package gleaner.extract.clause;

import java.util.Set;

/**
 * A verb with its auxiliaries and adverbs: "have never really liked".
 *
 * @param start its first token in the sentence
 * @param main the token of the verb itself
 * @param lemma the verb's base form
 * @param aspects what the rest says
 */
public record VerbGroup(int start, int main, String lemma, Set<Aspect> aspects) {

    public boolean is(Aspect aspect) {
        return aspects.contains(aspect);
    }
}
