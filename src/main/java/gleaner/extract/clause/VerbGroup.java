package gleaner.extract.clause;

import java.util.Set;

/**
 * A verb with its auxiliaries and adverbs: "have never really liked".
 *
 * @param start its first token in the sentence
 * @param main the token of the verb itself
 * @param lemma the verb's base form; {@link #BE} and {@link #HAVE} for those two
 * @param aspects what the rest says
 */
public record VerbGroup(int start, int main, String lemma, Set<Aspect> aspects) {

    /** What the tables call the copula, whichever its forms. */
    public static final String BE = "be";

    /** What the tables call the verb of having, whichever its forms. */
    public static final String HAVE = "have";

    public boolean is(Aspect aspect) {
        return aspects.contains(aspect);
    }
}
