package gleaner.extract.frame;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import gleaner.memory.Temporal;
import java.util.List;

/** Reads what is said of a thing of one's own: "my X is Y", "my X at Y", "Y is my X". */
final class NounStatements {
    private final Scene scene;
    private final Sentence sentence;

    NounStatements(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    /** "my name is Ann", "my job at Tesco". */
    boolean stated(int my, int head, double weight) {
        boolean any = false;
        for (var nounFrame : frames(my, head)) {
            if (any && !nounFrame.frame().is(Option.ALSO)) {
                break;
            }
            any |= stated(nounFrame, my, head, weight);
        }
        return any;
    }

    /** "being a pilot is my dream". */
    boolean reversed(int my, int head, double weight) {
        var frames = frames(my, head);
        var subjects = new Subjects(sentence, scene.matcher().objects());
        int be = my - 1;
        while (be > 0 && sentence.at(be).is(WordClass.FILLER)) {
            be--;
        }
        if (frames.isEmpty() || be < 1 || !subjects.isBe(be)) {
            return false;
        }
        boolean any = false;
        for (var nounFrame : frames) {
            boolean plain = nounFrame.copula() && nounFrame.links().isEmpty();
            if (plain && !any && nounFrame.frame().relation() != Relation.AGE) {
                for (var phrase : subjects.before(be)) {
                    var claim = Claim.of(nounFrame.frame(), weight, phrase.start(), head + 1);
                    any |= scene.facts().claim(claim, phrase, sentence);
                }
            }
        }
        return any;
    }

    /** Of "dream job" rather than of "job"; what is dreamt of is not one's own. */
    private List<NounTable.NounFrame> frames(int my, int head) {
        var nouns = scene.tables().nouns();
        var noun = sentence.at(head).noun();
        if (head - 1 == my) {
            return nouns.of(noun);
        }
        var before = sentence.at(head - 1);
        var compound = nouns.of(before.noun() + "-" + noun);
        boolean simple = compound.isEmpty() && !before.is(WordClass.NOT_ONES_OWN);
        return simple ? nouns.of(noun) : compound;
    }

    private boolean stated(NounTable.NounFrame nounFrame, int my, int head, double weight) {
        int at = scene.matcher().objects().skipAdverbs(behindTime(head + 1), sentence.size());
        boolean past = false;
        boolean denied = false;
        if (nounFrame.copula()) {
            var be = sentence.at(at);
            if (!isCopula(at)) {
                return false;
            }
            past = be.is(KeyWord.WAS) || be.is(KeyWord.WERE);
            if (nounFrame.past() && !past) {
                return false;
            }
            at = scene.matcher().objects().skipAdverbs(at + 1, sentence.size());
            if (sentence.at(at).is(WordClass.NEGATION)) {
                denied = true;
                at++;
            }
        }
        for (var link : nounFrame.links()) {
            if (!sentence.at(at).is(link)) {
                return false;
            }
            at++;
        }
        var frame = nounFrame.frame();
        var match = scene.matcher().matchAt(frame.complement(), at, sentence.size());
        if (match == null) {
            return false;
        }
        var claim =
                Claim.of(frame, weight, my, match.end())
                        .deniedIf(denied)
                        .when(past ? Temporal.PAST : Temporal.CURRENT);
        boolean any = false;
        for (var phrase : match.phrases()) {
            any |= scene.facts().claim(claim, phrase, sentence);
            if (frame.is(Option.FIRST)) {
                break;
            }
        }
        return any;
    }

    /** "my goal this year is", "my dream in life is". */
    private int behindTime(int at) {
        int from = at;
        while (sentence.at(from).tag() == Tag.DT || sentence.at(from).tag() == Tag.IN) {
            from++;
        }
        boolean time =
                sentence.at(from).is(WordClass.TIME_NOUN) || sentence.at(from).is(KeyWord.LIFE);
        return from > at && time ? from + 1 : at;
    }

    private boolean isCopula(int at) {
        var token = sentence.at(at);
        return token.is(WordClass.BE)
                || token.is(KeyWord.INCLUDE)
                || token.is(KeyWord.INCLUDES)
                || (token.is(":") && at < sentence.size());
    }
}
