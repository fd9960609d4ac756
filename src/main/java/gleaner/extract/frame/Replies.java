package gleaner.extract.frame;

import gleaner.extract.lang.Table;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Lexicon;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How people say yes and no. Immutable; shared by threads. */
final class Replies {
    private final List<Phrasing> phrasings;

    private Replies(List<Phrasing> phrasings) {
        this.phrasings = List.copyOf(phrasings);
    }

    /** What a reply says to what was asked or assumed. */
    enum Verdict {
        YES,
        NO,
        /** No, and it was once so: "gave it up". */
        OVER,
        /** Nearly so, or something else: what is so then follows. */
        OTHER,
        /** Neither: the answer goes on without one. */
        NONE
    }

    /**
     * A reply.
     *
     * @param end where the answer goes on
     */
    record Reply(Verdict verdict, int end) {}

    /**
     * A word of a phrasing.
     *
     * @param not whether it also stands shortened: "n't"
     */
    private record Part(String word, boolean not) {
        boolean is(Token token) {
            return token.is(word) || (not && token.is(KeyWord.SHORT_NOT));
        }
    }

    private record Phrasing(Verdict verdict, List<Part> words) {
        boolean isAt(Sentence sentence, int at) {
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).is(sentence.at(at + i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Reads rows of a verdict and the ways to say it, parted by bars. */
    static Replies load(Table table, Lexicon lexicon) {
        var phrasings = new ArrayList<Phrasing>();
        for (var row : table.rows()) {
            var verdict = row.constant(Verdict.class, 0);
            for (var phrase : row.cell(1).split("\\|", -1)) {
                var words = Stream.of(phrase.strip().split(" +", -1));
                phrasings.add(
                        new Phrasing(
                                verdict,
                                words.map(word ->
                                                new Part(word, lexicon.word(word).is(KeyWord.NOT)))
                                        .toList()));
            }
        }
        return new Replies(phrasings);
    }

    /** The reply that an answer begins with. */
    Reply of(Sentence answer) {
        int first = behindExclamations(answer);
        Phrasing longest = null;
        for (var phrasing : phrasings) {
            boolean longer = longest == null || phrasing.words().size() > longest.words().size();
            if (longer && phrasing.isAt(answer, first)) {
                longest = phrasing;
            }
        }
        if (longest != null) {
            return new Reply(longest.verdict(), first + longest.words().size());
        }
        var token = answer.at(first);
        if (token.is(WordClass.AFFIRMATIVE)) {
            return new Reply(Verdict.YES, first + 1);
        }
        boolean determiner = token.is(KeyWord.NO) && answer.at(first + 1).isNoun();
        if (token.is(WordClass.NEGATION) && answer.at(first + 1).is(WordClass.WEAKENING)) {
            return new Reply(Verdict.NO, first + 2);
        }
        return token.is(WordClass.NEGATIVE) && !determiner
                ? new Reply(Verdict.NO, first + 1)
                : new Reply(Verdict.NONE, 0);
    }

    private static int behindExclamations(Sentence answer) {
        int at = 0;
        while (at < answer.size()
                && (answer.at(at).tag() == Tag.UH || answer.at(at).tag() == Tag.COMMA)
                && !answer.at(at).is(WordClass.AFFIRMATIVE)
                && !answer.at(at).is(WordClass.NEGATIVE)) {
            at++;
        }
        return at;
    }
}
