package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people say of their lives without a verb: "forty years a joiner", "from Lucknow,
 * presently in Kota", "Oslo now". Nobody else may be spoken of before.
 */
final class Fragments {
    private static final double CONFIDENCE = 0.88;

    /** Where an introduction begins at the latest: "hi all, myself Rohit". */
    private static final int NEAR = 3;

    private final Scene scene;
    private final Sentence sentence;
    private final Careers careers;

    Fragments(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.careers = new Careers(scene);
    }

    void read() {
        for (int i = 0; i < sentence.size(); i++) {
            if (scene.stated().get(i) && startsPart(i) && isOwn(i)) {
                read(i);
            }
        }
    }

    private void read(int start) {
        int at = behindAdverbs(start);
        if (sentence.at(at).tag() == Tag.CD && isYears(behindNumber(at))) {
            careers.of(start, behindAdverbs(behindNumber(at) + 1));
        } else if (sentence.at(at).is(KeyWord.FROM)) {
            origin(start, at + 1);
        } else if (sentence.at(at).is(KeyWord.IN)) {
            home(start, at + 1, isNow(start, at));
        } else {
            home(start, at, isNow(start, at));
            careers.byDay(at);
        }
    }

    /** The first of the sentence, or behind a comma, an "and" or a "but". */
    private boolean startsPart(int i) {
        var before = sentence.at(i - 1);
        return i == 0
                || before.tag().isBreak()
                || before.tag() == Tag.UH
                || before.tag() == Tag.EMOJI
                || before.is(WordClass.GREETING)
                || before.is(WordClass.CONTRAST)
                || before.is(WordClass.CONJUNCTION);
    }

    /** Before it stands no verb, or the last whose verb it is was the user. */
    private boolean isOwn(int part) {
        boolean own = true;
        for (int i = 0; i < part; i++) {
            var token = sentence.at(i);
            if (token.is(WordClass.SELF) || token.is(WordClass.SELVES)) {
                own = true;
            } else if (token.is(WordClass.OTHERS) || token.is(WordClass.YOU)) {
                own = false;
            } else if (isVerbOfAnother(i)) {
                own = false;
            }
        }
        return own;
    }

    private boolean isVerbOfAnother(int i) {
        var token = sentence.at(i);
        var before = sentence.at(i - 1);
        boolean noun = before.isNoun() || before.tag() == Tag.DT || before.tag() == Tag.POS;
        return token.tag() == Tag.VBZ || (token.tag().isFinite() && noun);
    }

    private int behindAdverbs(int from) {
        int at = from;
        while (isAdverb(sentence.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isAdverb(Token token) {
        boolean adverb = token.tag() == Tag.RB || token.is(WordClass.FILLER);
        return (adverb || token.is(WordClass.PRESENT_TIME)) && !token.is(WordClass.NEGATION);
    }

    private int behindNumber(int at) {
        int behind = at;
        while (sentence.at(behind).tag() == Tag.CD) {
            behind++;
        }
        return behind;
    }

    private boolean isYears(int at) {
        return sentence.at(at).is(KeyWord.YEAR)
                || sentence.at(at).is(KeyWord.MONTH)
                || sentence.at(at).is(KeyWord.DECADE);
    }

    private void origin(int start, int at) {
        var place = place(at);
        boolean to = place != null && sentence.at(place.next()).tag() == Tag.TO;
        if (place != null && !to && isIntroduced(start)) {
            claim(Relation.FROM, start, place);
        }
    }

    /**
     * Nothing before it but whoever speaks: "Rohit, from Lucknow", but not "a parcel, from
     * Lucknow".
     */
    private boolean isIntroduced(int part) {
        boolean told = true;
        for (int i = 0; i < part; i++) {
            var token = sentence.at(i);
            boolean object =
                    sentence.at(i - 1).tag() == Tag.IN || sentence.at(i - 1).tag() == Tag.TO;
            if (token.is(WordClass.SELF) || (token.is(WordClass.ME) && i <= NEAR && !object)) {
                return true;
            }
            told &= !token.isNoun() || token.isCapitalised();
        }
        return told;
    }

    /** "now in Kota", "in Kota at present", "Kota these days". */
    private void home(int start, int at, boolean now) {
        var place = place(at);
        boolean present = place != null && sentence.at(place.next()).is(WordClass.PRESENT_TIME);
        boolean over = place != null && isEnd(place.next() + (present ? 1 : 0));
        if (place != null && (now || (present && over)) && !isAbout(place.next())) {
            claim(Relation.LIVES_IN, start, place);
        }
    }

    /** "Paris now has trams": the place is what is spoken of. */
    private boolean isAbout(int at) {
        int verb = behindAdverbs(at);
        return sentence.at(verb).tag().isFinite() || sentence.at(verb).is(WordClass.BE);
    }

    private boolean isEnd(int at) {
        var token = sentence.at(at);
        return at >= sentence.size()
                || token.tag().isBreak()
                || token.tag() == Tag.UH
                || token.tag() == Tag.EMOJI
                || token.tag() == Tag.IN
                || token.is(WordClass.CONTRAST)
                || token.is(WordClass.CONJUNCTION);
    }

    private boolean isNow(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.at(i).is(WordClass.PRESENT_TIME)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Phrase place(int at) {
        var slot = new Part.Slot(Part.Content.PLACE);
        var match = scene.matcher().matchAt(List.of(slot), at, sentence.size());
        return match == null ? null : match.phrases().getFirst();
    }

    private void claim(Relation relation, int start, Phrase phrase) {
        var claim = Claim.stated(relation, CONFIDENCE, CONFIDENCE, start, phrase.end(), "fragment");
        scene.facts().claim(claim, phrase, sentence);
    }
}
