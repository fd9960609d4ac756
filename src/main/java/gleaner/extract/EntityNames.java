package gleaner.extract;

import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Word;
import gleaner.extract.text.WordClass;

/** How the reader would call a thing that others called otherwise. */
public final class EntityNames {
    private final Lexicon lexicon;

    private EntityNames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Loads the language pack's words. */
    public static EntityNames load() {
        return new EntityNames(Lexicon.load());
    }

    /**
     * The name with its last word in the singular, where that word is a plural and nothing else:
     * "board games", but not "physics" or "glasses".
     *
     * @param name in lower case
     */
    public String singular(String name) {
        int last = name.lastIndexOf(' ') + 1;
        var word = lexicon.word(name.substring(last));
        return word.can(Word.Forms.PLURAL) && !word.is(WordClass.PLURAL_ONLY)
                ? name.substring(0, last) + word.noun()
                : name;
    }
}
