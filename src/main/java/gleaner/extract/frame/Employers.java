package gleaner.extract.frame;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;

/** Reads who pays behind an occupation: "a nurse at Leeds General". */
final class Employers {
    private static final double EMPLOYER = 0.8;

    private final Scene scene;

    Employers(Scene scene) {
        this.scene = scene;
    }

    /** Claims the employer that stands here, if one does. */
    void behind(int at, int end, double weight, Temporal temporal) {
        var sentence = scene.sentence();
        int from = sentence.at(at).tag() == Tag.COMMA ? at + 1 : at;
        var link = sentence.at(from);
        if (!link.is(WordClass.EMPLOYED_BY)) {
            return;
        }
        var place = scene.matcher().objects().nounPhrases().read(from + 1, end);
        if (place == null || scene.facts().names(place.name())) {
            return;
        }
        var head = sentence.at(place.end() - 1);
        if (head.is(WordClass.TIME_NOUN) || head.is(WordClass.NO_EMPLOYER)) {
            return;
        }
        boolean only = link.is(WordClass.ACTIVITY_PREPOSITION) && link.is(KeyWord.IN);
        var claim =
                new Claim(
                        Relation.WORKS_AT,
                        false,
                        temporal,
                        EMPLOYER * weight,
                        EMPLOYER,
                        true,
                        List.of(Kind.ORGANIZATION, Kind.PLACE),
                        only,
                        Math.max(0, at - 1),
                        place.end(),
                        "occupation-at");
        scene.facts().claim(claim, place, sentence);
    }
}
