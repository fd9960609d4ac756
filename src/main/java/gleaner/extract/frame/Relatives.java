package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.type.Kind;
import gleaner.extract.type.Typer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows relatives and pets among nouns, and what to call those that have no name. */
final class Relatives {
    private final Sentence sentence;
    private final Kin kin;
    private final Typer typer;

    Relatives(Sentence sentence, FactTables tables) {
        this.sentence = sentence;
        this.kin = tables.kin();
        this.typer = tables.typer();
    }

    /** What the noun here is to the user, if it is a relative. */
    Kin.@Nullable Tie tie(int head) {
        var many = kin.of(sentence.at(head).lower());
        return many == null ? kin.of(sentence.at(head).noun()) : many;
    }

    /** A relative or a pet. */
    boolean isSomebody(int i) {
        return tie(i) != null || typer.of(sentence.at(i).noun(), List.of(Kind.PET)) == Kind.PET;
    }

    /** "my pet skunk": a pet, whatever the animal. */
    boolean isCalledPet(Phrase phrase) {
        return sentence.at(phrase.start()).is(KeyWord.PET)
                && phrase.end() - phrase.start() > 1
                && sentence.at(phrase.end() - 1).isNoun();
    }

    /** The head of "a daughter of mine" is the daughter. */
    int headOf(Phrase phrase) {
        for (int i = phrase.start() + 1; i < phrase.end(); i++) {
            if (sentence.at(i).is(KeyWord.OF)) {
                return i - 1;
            }
        }
        int head = phrase.end() - 1;
        while (head > phrase.start() && sentence.at(head).tag() == Tag.CD) {
            head--;
        }
        return head;
    }

    /** "older brother" is a brother, "grumpy old golden retriever" a golden retriever. */
    String called(Phrase phrase, int head) {
        if (tie(head) != null && !sentence.at(head).is(KeyWord.OLD)) {
            return typer.base(sentence.at(head));
        }
        int start = phrase.start();
        while (start < head
                && (sentence.at(start).tag() == Tag.JJ || isCalledPet(phrase))
                && !typer.isListed(words(start, head))) {
            if (sentence.at(start).tag() != Tag.JJ && start > phrase.start()) {
                break;
            }
            start++;
        }
        return words(start, head);
    }

    private String words(int start, int head) {
        var words = new StringBuilder();
        for (int i = start; i < head; i++) {
            var token = sentence.at(i);
            words.append(token.tag() == Tag.NNP ? token.text() : token.lower()).append(' ');
        }
        var last = sentence.at(head);
        return words.append(last.tag() == Tag.NNP ? last.text() : typer.base(last))
                .toString()
                .strip();
    }
}
