package gleaner.extract.text;

import gleaner.extract.lang.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commonest part of speech of a word of the open classes, from its forms and counts. */
final class Likelihood {
    private static final int OFTEN = 10;

    private final List<Guess> guesses;

    private Likelihood(List<Guess> guesses) {
        this.guesses = guesses;
    }

    private record Guess(String ending, Tag tag, int fewest) {}

    /** Reads rows of an ending, what an unknown word with it most likely is, and its length. */
    static Likelihood load(Table table) {
        return new Likelihood(
                table.rows().stream()
                        .map(row ->
                                new Guess(
                                        row.cell(0),
                                        row.constant(Tag.class, 1),
                                        row.count(2).orElse(0)))
                        .toList());
    }

    Tag tag(String form, int forms, Vocabulary.@Nullable Entry entry) {
        char first = form.charAt(0);
        if (Character.isDigit(first)) {
            return Tag.CD;
        }
        if (!Character.isLetter(first) && first != '\'') {
            return Tag.SYM;
        }
        if ((forms & Word.Forms.ING) != 0) {
            return isNounFirst(entry) ? Tag.NN : Tag.VBG;
        }
        if ((forms & Word.Forms.PAST) != 0) {
            return entry != null && entry.count(2) > 0 ? Tag.JJ : Tag.VBD;
        }
        if (entry != null) {
            var tag = ofLemma(entry);
            return tag == Tag.NN && (forms & Word.Forms.PLURAL) != 0 ? Tag.NNS : tag;
        }
        if ((forms & Word.Forms.PLURAL) != 0) {
            return Tag.NNS;
        }
        return (forms & Word.Forms.THIRD) != 0 ? Tag.VBZ : ofEnding(form);
    }

    private static boolean isNounFirst(Vocabulary.@Nullable Entry entry) {
        return entry != null && entry.count(0) > OFTEN && entry.count(0) > entry.count(1);
    }

    private static Tag ofLemma(Vocabulary.Entry entry) {
        int nouns = entry.count(0);
        int verbs = entry.count(1);
        int adjectives = entry.count(2);
        int adverbs = entry.count(3);
        int most = Math.max(Math.max(nouns, verbs), Math.max(adjectives, adverbs));
        if (most == 0) {
            return ofParts(entry.parts());
        }
        if (most == nouns) {
            return Tag.NN;
        }
        if (most == adjectives) {
            return Tag.JJ;
        }
        return most == verbs ? Tag.VB : Tag.RB;
    }

    private static Tag ofParts(int parts) {
        if ((parts & Word.Forms.NOUN) != 0) {
            return Tag.NN;
        }
        if ((parts & Word.Forms.ADJECTIVE) != 0) {
            return Tag.JJ;
        }
        return (parts & Word.Forms.ADVERB) != 0 ? Tag.RB : Tag.VB;
    }

    private Tag ofEnding(String form) {
        for (var guess : guesses) {
            if (form.endsWith(guess.ending()) && form.length() >= guess.fewest()) {
                return guess.tag();
            }
        }
        return Tag.NN;
    }
}
