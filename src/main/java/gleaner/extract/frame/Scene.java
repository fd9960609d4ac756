package gleaner.extract.frame;

import gleaner.extract.text.Sentence;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with what is needed to read facts in it.
 *
 * @param previous the sentence before it in the same message
 * @param stated a bit for each token that states something
 * @param facts where findings go
 */
record Scene(
        Sentence sentence,
        @Nullable Sentence previous,
        BitSet stated,
        FrameMatcher matcher,
        FactTables tables,
        Facts facts) {

    static Scene of(
            Sentence sentence,
            @Nullable Sentence previous,
            BitSet stated,
            FactTables tables,
            Facts facts) {
        var matcher = new FrameMatcher(sentence, tables.typer());
        return new Scene(sentence, previous, stated, matcher, tables, facts);
    }
}
