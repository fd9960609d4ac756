package gleaner.extract.frame;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Typer;
import java.util.ArrayList;
import java.util.List;

/** Finds what somebody or some pet is called: "my sister Kate", "a corgi called Biscuit". */
final class Naming {
    private static final int LONGEST_NAME = 3;

    private final Sentence sentence;
    private final Typer typer;

    Naming(Sentence sentence, Typer typer) {
        this.sentence = sentence;
        this.typer = typer;
    }

    /** Names behind the noun that ends before {@code at}; empty where none are given. */
    List<String> behind(int at) {
        if (sentence.at(at).is(WordClass.NAMING)) {
            return names(at + 1, true);
        }
        if (isBe(at) && sentence.at(at + 1).is(WordClass.NAMING)) {
            return names(at + 2, true);
        }
        if (sentence.at(at).is(KeyWord.WHO)
                && isBe(at + 1)
                && sentence.at(at + 2).is(KeyWord.NAMED)) {
            return names(at + 3, true);
        }
        if (sentence.at(at).tag() == Tag.COMMA) {
            var names = names(at + 1, false);
            int behind = at + 1 + words(names);
            return !names.isEmpty() && isApposition(behind) ? names : List.of();
        }
        return names(at, false);
    }

    private static int words(List<String> names) {
        return names.stream().mapToInt(name -> name.split(" ", -1).length).sum();
    }

    private boolean isBe(int at) {
        return sentence.at(at).is(WordClass.BE);
    }

    private boolean isApposition(int behind) {
        var token = sentence.at(behind);
        return token.tag().isBreak()
                || token.is(KeyWord.AND)
                || sentence.at(behind - 1).is(KeyWord.AND);
    }

    /** "Rex", "Rex and Bella". */
    List<String> names(int from, boolean announced) {
        var names = new ArrayList<String>();
        int at = from;
        while (isName(at, announced)) {
            int last = lastOfName(at);
            names.add(Slots.thing(sentence, at, last + 1, true).name());
            at = last;
            boolean more =
                    sentence.at(at + 1).is(WordClass.CONJUNCTION)
                            || sentence.at(at + 1).tag() == Tag.COMMA;
            if (!more || !isName(at + 2, false)) {
                break;
            }
            at += 2;
        }
        return names;
    }

    /** "Dale Jr", "Anna Maria Berg". */
    private int lastOfName(int first) {
        int last = first;
        while (last - first < LONGEST_NAME - 1
                && sentence.at(last).isCapitalised()
                && isFurtherName(sentence.at(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isFurtherName(Token token) {
        return token.tag() == Tag.NNP
                && token.isCapitalised()
                && !token.quoted()
                && !token.is(WordClass.TIME_NOUN)
                && !token.word().closed();
    }

    /** A capital that is no common word, a first name, or whatever noun is said to be one. */
    boolean isName(int at, boolean announced) {
        var token = sentence.at(at);
        if (token.quoted() || !Character.isLetter(token.text().charAt(0))) {
            return false;
        }
        if (token.tag() == Tag.NNP && token.isCapitalised()) {
            return true;
        }
        if (announced) {
            return token.isNoun() || (token.isCapitalised() && !token.word().closed());
        }
        return typer.isFirstName(token.lower())
                && token.word().forms() == 0
                && !token.word().closed();
    }

    /** "my dog is Rex", but not "my wife is Norwegian". */
    boolean isCopula(int at) {
        var name = sentence.at(at + 1);
        return sentence.at(at).is(WordClass.BE)
                && typer.isFirstName(name.lower())
                && sentence.at(at + 2).tag().isBreak();
    }

    /** "my dog's name is Rex". */
    List<String> behindOwner(int owner) {
        int name = sentence.at(owner + 1).tag() == Tag.POS ? owner + 2 : owner + 1;
        return sentence.at(name).is(KeyWord.NAME) && sentence.at(name + 1).is(WordClass.BE)
                ? names(name + 2, true)
                : List.of();
    }
}
