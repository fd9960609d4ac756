package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.type.Typer;
import java.util.List;

/** Reads what people are called. */
final class People {
    private static final int LONGEST_NAME = 3;

    private final Sentence sentence;
    private final Typer typer;

    People(Sentence sentence, Typer typer) {
        this.sentence = sentence;
        this.typer = typer;
    }

    /** What somebody is called, be it a word: "Sunny". */
    List<Phrase> called(int at, int end) {
        var names = names(at, end);
        if (!names.isEmpty() || at >= end) {
            return names;
        }
        var token = sentence.at(at);
        boolean word = token.word().closed() && !token.isNoun();
        boolean alone = !sentence.at(at + 1).isNoun() && token.word().can(Forms.NOUN);
        return alone && !word ? List.of(Slots.thing(sentence, at, at + 1, true)) : List.of();
    }

    /** The name that stands here. */
    List<Phrase> names(int at, int end) {
        int to = at;
        while (to < end && to - at < LONGEST_NAME && isNamePart(to, at)) {
            to++;
        }
        if (to == at || (to < end && sentence.at(to).isNoun())) {
            return List.of();
        }
        return List.of(Slots.thing(sentence, at, to, true));
    }

    /** A capital that is no known word, or a first name. */
    private boolean isNamePart(int i, int first) {
        var token = sentence.at(i);
        boolean capital = token.isCapitalised() && token.tag() == Tag.NNP;
        boolean firstName = typer.isFirstName(token.lower());
        if (typer.isPlace(token.lower()) && !firstName && i == first) {
            return false;
        }
        if (!capital && i > first) {
            return false;
        }
        boolean word = token.word().forms() != 0 || token.word().closed();
        if (capital && i > first) {
            return true;
        }
        return capital ? firstName || !word : firstName && !isOrdinary(token);
    }

    /** A name that is also a word, in small letters: "I'm may", "I'm will". */
    private boolean isOrdinary(Token token) {
        return token.word().closed()
                || token.word().can(Forms.ADJECTIVE | Forms.ADVERB | Forms.ING | Forms.PAST)
                || typer.isKnown(token.lower());
    }
}
