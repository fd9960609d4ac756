package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.List;

/** From a message to the sentences that its writer says. Immutable; shared by threads. */
public final class TextReader {
    private final Lexicon lexicon;
    private final Tokeniser tokeniser;
    private final KnownNames names;
    private final Languages languages;

    private TextReader(
            Lexicon lexicon, Tokeniser tokeniser, KnownNames names, Languages languages) {
        this.lexicon = lexicon;
        this.tokeniser = tokeniser;
        this.names = names;
        this.languages = languages;
    }

    /** Loads the language pack from the class path. */
    public static TextReader load() {
        var lexicon = Lexicon.load();
        return new TextReader(
                lexicon,
                new Tokeniser(
                        lexicon,
                        Contractions.load(
                                Table.load("contractions.tsv"), Table.load("clitics.tsv")),
                        OwnWords.load(Table.load("foreign.tsv"))),
                KnownNames.load(Table.load("kinds.tsv"), lexicon),
                Languages.load(Table.load("other-languages.tsv")));
    }

    /** The sentences of a message, tagged. */
    public List<Sentence> read(String text) {
        return tokeniser.sentences(text).stream().map(names::mark).map(Tagger::tag).toList();
    }

    /** Whether a message and its sentences are in another language than that of the pack. */
    public boolean isForeign(String text, List<Sentence> sentences) {
        return languages.isForeign(text, sentences);
    }

    public Lexicon lexicon() {
        return lexicon;
    }
}
