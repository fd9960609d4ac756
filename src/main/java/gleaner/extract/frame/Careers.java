package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what somebody works as, told by years or by day, without a verb. */
final class Careers {
    private static final double CONFIDENCE = 0.88;

    /** How far behind an employer the comma may stand, behind which the trade is named. */
    private static final int NEAR = 3;

    private final Scene scene;
    private final Sentence sentence;

    Careers(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    /**
     * "forty years a joiner", "ten years as a nurse at St Mary's", "4 years at Nando's"; who is "12
     * years with BT" may be its customer.
     *
     * @param at behind the years and what adverbs follow them
     */
    void of(int start, int at) {
        var link = sentence.at(at);
        int from = link.is(KeyWord.AS) ? at + 1 : at;
        if (sentence.at(from).is(KeyWord.A) || sentence.at(from).is(KeyWord.AN)) {
            var work = work(from);
            if (work != null) {
                claim(Relation.WORKS_AS, start, work.phrases().getFirst());
                employers().behind(work.end(), sentence.size(), CONFIDENCE, Temporal.CURRENT);
            }
        } else if (link.is(KeyWord.AT) || link.is(KeyWord.FOR)) {
            employer(at);
        }
    }

    private void employer(int link) {
        var place = scene.matcher().objects().nounPhrases().read(link + 1, sentence.size());
        if (place != null && (isNamed(place) || kind(place) == Kind.ORGANIZATION)) {
            employers().behind(link, sentence.size(), CONFIDENCE, Temporal.CURRENT);
            trade(place.next());
        }
    }

    private boolean isNamed(Phrase place) {
        return sentence.tokens().subList(place.start(), place.end()).stream()
                .anyMatch(token -> token.tag() == Tag.NNP);
    }

    /** "32 years at the Royal Mail, postman the whole time": behind the next comma. */
    private void trade(int from) {
        int comma = from;
        while (comma < sentence.size()
                && comma < from + NEAR
                && sentence.at(comma).tag() != Tag.COMMA) {
            comma++;
        }
        var work = sentence.at(comma).tag() == Tag.COMMA ? work(comma + 1) : null;
        if (work != null && !sentence.at(work.end()).tag().isFinite()) {
            claim(Relation.WORKS_AS, comma + 1, work.phrases().getFirst());
        }
    }

    private @Nullable Match work(int at) {
        var slot = new Part.Slot(Part.Content.OCCUPATION);
        return scene.matcher().matchAt(List.of(slot), at, sentence.size());
    }

    /** "bus driver by day, dj by night". */
    void byDay(int start) {
        var work = work(start);
        if (work != null
                && work.phrases().size() == 1
                && sentence.at(work.end()).is(KeyWord.BY)
                && sentence.at(work.end() + 1).is(WordClass.TIME_NOUN)) {
            claim(Relation.WORKS_AS, start, work.phrases().getFirst());
        }
    }

    private Kind kind(Phrase phrase) {
        var kinds = List.of(Kind.ORGANIZATION);
        return scene.tables().typer().of(phrase.name().toLowerCase(Locale.ROOT), kinds);
    }

    private Employers employers() {
        return new Employers(scene);
    }

    private void claim(Relation relation, int start, Phrase phrase) {
        var claim = Claim.stated(relation, CONFIDENCE, CONFIDENCE, start, phrase.end(), "fragment");
        scene.facts().claim(claim, phrase, sentence);
    }
}
