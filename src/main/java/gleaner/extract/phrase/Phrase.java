package gleaner.extract.phrase;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import java.util.List;

/**
 * What a verb is about.
 *
 * @param form what sort of phrase
 * @param start its first token that is part of the name, determiners left out
 * @param end behind its last
 * @param next where reading goes on
 * @param name in base form, as an entity is called
 * @param none said with "no": "no kids"
 * @param verb of an activity, in base form; else empty
 * @param objects what the activity is done with, if anything
 */
public record Phrase(
        Form form,
        int start,
        int end,
        int next,
        String name,
        boolean none,
        String verb,
        List<Phrase> objects) {

    /** The same words under another name. */
    public Phrase named(String other) {
        return new Phrase(form, start, end, next, other, none, verb, objects);
    }

    /** Sorts of phrases. */
    public enum Form {
        THING,
        /** What somebody does: "playing guitar". */
        ACTIVITY,
        /** Given as a name, whatever the words are. */
        NAME,
        /** it, them: names nothing itself. */
        PRONOUN
    }

    /** Whether something follows that it is of: "bags of sweets". */
    public boolean hasComplement(Sentence sentence) {
        return complement(sentence) >= 0;
    }

    /** The name without what it is of: "owner" of "owner of a bakery". */
    public String head(Sentence sentence) {
        int of = complement(sentence);
        return of < 0 ? name : name.substring(0, of);
    }

    /** Where the name's preposition starts, the space before it included; or -1. */
    private int complement(Sentence sentence) {
        for (int i = start + 1; i < next; i++) {
            if (sentence.at(i).is(KeyWord.OF)) {
                return name.indexOf(" " + sentence.at(i).lower() + " ");
            }
        }
        return -1;
    }

    public boolean is(Form form) {
        return this.form == form;
    }

    Phrase withNext(int newNext) {
        return new Phrase(form, start, end, newNext, name, none, verb, objects);
    }
}
