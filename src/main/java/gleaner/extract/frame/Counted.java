package gleaner.extract.frame;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads answers that are a mere number: "five", asked for brothers and sisters. */
final class Counted {
    private final Scene scene;
    private final Sentence sentence;

    Counted(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    /** "Any siblings?" "five": as many of those that were asked for. */
    boolean claim(List<Frame> frames, Sentence question, int from) {
        int at = LeadIn.behind(sentence, from);
        var number = sentence.at(at);
        var behind = sentence.at(at + 1);
        boolean alone =
                behind.tag().isBreak()
                        || behind.tag() == Tag.UH
                        || behind.is(KeyWord.OF)
                        || behind.tag() == Tag.CC;
        if (at >= sentence.size() || number.tag() != Tag.CD || !alone) {
            return false;
        }
        for (var frame : frames) {
            var asked = asked(question, frame.relation());
            if (asked != null) {
                var claim = claim(frame, at);
                var counted = scene.matcher().name(at, at + 1).named(asked);
                return scene.facts().claim(claim, counted, sentence);
            }
        }
        return false;
    }

    /** General, so that those who are then named take its place. */
    private static Claim claim(Frame frame, int at) {
        return new Claim(
                frame.relation(),
                false,
                Temporal.CURRENT,
                frame.confidence(),
                frame.strength(),
                true,
                frame.kinds(),
                false,
                at,
                at + 1,
                Facts.ANSWER + "counted");
    }

    /** What the question asks the number of, in the singular. */
    private @Nullable String asked(Sentence question, Relation relation) {
        var relatives = new Relatives(question, scene.tables());
        for (int i = 0; i < question.size(); i++) {
            var tie = relatives.tie(i);
            boolean kin = tie != null && tie.relation() == relation;
            boolean pet =
                    relation == Relation.HAS_PET
                            && question.at(i).isNoun()
                            && relatives.isSomebody(i);
            if (kin || pet) {
                return scene.tables().typer().base(question.at(i));
            }
        }
        return null;
    }
}
