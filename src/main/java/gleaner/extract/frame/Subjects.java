package gleaner.extract.frame;

import gleaner.extract.phrase.Objects;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.Word;
import gleaner.extract.text.WordClass;
import java.util.List;

/** Finds what stands before an "is": "hiking and chess" in "hiking and chess are my hobbies". */
final class Subjects {
    private final Sentence sentence;
    private final Objects objects;

    Subjects(Sentence sentence, Objects objects) {
        this.sentence = sentence;
        this.objects = objects;
    }

    /** The phrases before this is; empty where none stand there. */
    List<Phrase> before(int be) {
        int last = be - 1;
        while (last > 0 && isSmall(sentence.at(last))) {
            last--;
        }
        if (last < 0 || !isThing(sentence.at(last))) {
            return List.of();
        }
        int first = last;
        while (first > 0 && isPartOfList(sentence.at(first - 1))) {
            first--;
        }
        return objects.list(first, last + 1);
    }

    /** Whether this is an is, an are or a was. */
    boolean isBe(int i) {
        var token = sentence.at(i);
        return token.is(WordClass.BE) && token.isVerb();
    }

    private static boolean isSmall(Token token) {
        return token.is(WordClass.FILLER)
                || token.tag() == Tag.MD
                || token.is(KeyWord.TO)
                || token.is(WordClass.HAVE);
    }

    private static boolean isThing(Token token) {
        return token.isNoun()
                || token.tag() == Tag.VBG
                || token.tag() == Tag.CD
                || (token.tag() == Tag.JJ && token.word().can(Word.Forms.NOUN));
    }

    private static boolean isPartOfList(Token token) {
        return token.isNoun()
                || token.tag() == Tag.JJ
                || token.tag() == Tag.VBG
                || token.tag() == Tag.CD
                || token.tag() == Tag.POS
                || token.is(KeyWord.AND)
                || token.is(KeyWord.OF)
                || token.is(KeyWord.THE)
                || (token.tag() == Tag.IN && !token.is(WordClass.SUBORDINATOR));
    }
}
