package gleaner.extract.frame;

import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads clauses whose object stands before them. */
final class Fronted {
    private static final double FRONTED = 0.7;

    private final Scene scene;
    private final Sentence sentence;
    private final Facts facts;
    private final Subjects subjects;

    Fronted(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.facts = scene.facts();
        this.subjects = new Subjects(sentence, scene.matcher().objects());
    }

    /**
     * "math, which I hate", "the band I love", "what I love is hiking", "a bank is where I work".
     */
    boolean read(Clause clause) {
        var link = sentence.at(clause.start() - 1);
        if (link.is(KeyWord.WHERE)) {
            return place(clause);
        }
        var frame = attitude(clause);
        if (frame == null) {
            return stranded(clause);
        }
        int behind = behindAbout(behindToDo(behindDegree(clause.verb().main() + 1)));
        var claim = Claims.of(frame, clause, behind).weakened(FRONTED);
        if (isCleft(clause, behind)) {
            return claim(claim, clause, list(behind + 1, sentence.size()));
        }
        boolean ends = behind >= clause.end() || sentence.at(behind).tag().isBreak();
        if (!ends) {
            return false;
        }
        int be = clause.start() - 2;
        if ((link.is(KeyWord.WHAT) || link.is(KeyWord.SOMETHING)) && subjects.isBe(be)) {
            return claim(claim, clause, subjects.before(be));
        }
        return relative(claim, clause.start() - 1);
    }

    /** "most", "the most", "so much". */
    private int behindDegree(int from) {
        int at = sentence.at(from).is(KeyWord.THE) ? from + 1 : from;
        while (sentence.at(at).is(WordClass.DEGREE)) {
            at++;
        }
        return sentence.at(at - 1).is(KeyWord.THE) ? from : at;
    }

    /** "what I love is", "the food that I hate most is". */
    private boolean isCleft(Clause clause, int behind) {
        int before = clause.start() - 1;
        var link = sentence.at(before);
        var head = sentence.at(link.is(KeyWord.THAT) ? before - 1 : before);
        return subjects.isBe(behind) && (link.is(KeyWord.WHAT) || head.isNoun());
    }

    /** "it's the people I love about it". */
    private int behindAbout(int behind) {
        boolean about =
                sentence.at(behind).is(WordClass.ABOUT)
                        && sentence.at(behind + 1).is(WordClass.BARE_OBJECT);
        return about ? behind + 2 : behind;
    }

    private int behindToDo(int behind) {
        if (sentence.at(behind).is(KeyWord.TO) && sentence.at(behind + 1).is(KeyWord.DO)) {
            return behind + 2;
        }
        return sentence.at(behind).is(KeyWord.DOING) ? behind + 1 : behind;
    }

    private boolean relative(Claim claim, int before) {
        var link = sentence.at(before);
        int head = link.is(KeyWord.WHICH) || link.is(KeyWord.THAT) ? before - 1 : before;
        head = sentence.at(head).tag() == Tag.COMMA && head < before ? head - 1 : head;
        boolean doing = sentence.at(head).tag() == Tag.VBG && sentence.at(head - 1).is(KeyWord.THE);
        return head >= 0
                && (doing || Antecedents.isThing(sentence.at(head)))
                && facts.claim(claim, Antecedents.phrase(sentence, head), sentence);
    }

    /** "the shop I work for", "the town that I live in". */
    private boolean stranded(Clause clause) {
        int link = clause.verb().main() + 1;
        int before = clause.start() - 1;
        int head =
                sentence.at(before).is(WordClass.WH) || sentence.at(before).is(KeyWord.THAT)
                        ? before - 1
                        : before;
        if (head < 0 || !Antecedents.isThing(sentence.at(head))) {
            return false;
        }
        var antecedent = Antecedents.phrase(sentence, head);
        boolean ends = link + 1 >= clause.end() && link < clause.end();
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            boolean placed = ends && frame.asksFor(sentence.at(link).lower());
            if (frame.fits(clause) && (placed || isWithoutObject(frame, clause))) {
                var claim = Claims.of(frame, clause, link + 1).weakened(FRONTED);
                return claim(claim, clause, List.of(antecedent));
            }
        }
        return false;
    }

    /** "which I'm obsessed with": all of a frame of liking but what is liked. */
    private boolean isWithoutObject(Frame frame, Clause clause) {
        int last = frame.complement().size() - 1;
        if (!frame.relation().isAttitude()
                || last < 1
                || !frame.isWordedIn(scene.words())
                || !(frame.complement().getLast() instanceof Part.Slot)
                || !(frame.complement().get(last - 1) instanceof Part.Literal)) {
            return false;
        }
        int from = clause.verb().main() + 1;
        var match =
                scene.matcher().matchAt(frame.complement().subList(0, last), from, clause.end());
        return match != null
                && (match.end() >= clause.end() || sentence.at(match.end()).tag().isBreak());
    }

    private List<Phrase> list(int from, int end) {
        return scene.matcher().objects().list(from, end);
    }

    /** "Leeds is where I live", "the bank where I work". */
    private boolean place(Clause clause) {
        int where = clause.start() - 1;
        var named =
                subjects.isBe(where - 1)
                        ? subjects.before(where - 1)
                        : Antecedents.isThing(sentence.at(where - 1))
                                ? List.of(Antecedents.phrase(sentence, where - 1))
                                : List.<Phrase>of();
        boolean that =
                named.isEmpty()
                        && subjects.isBe(where - 1)
                        && sentence.at(where - 2).is(KeyWord.THAT);
        var antecedent = that ? Antecedents.before(sentence, where - 2, false) : null;
        if (antecedent != null) {
            named = List.of(antecedent);
        }
        if (named.isEmpty()) {
            return false;
        }
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            boolean located =
                    frame.relation() == Relation.LIVES_IN || frame.relation() == Relation.WORKS_AT;
            if (located && frame.fits(clause)) {
                var claim = Claims.of(frame, clause, clause.verb().main() + 1);
                return claim(claim, clause, named);
            }
        }
        return false;
    }

    private @Nullable Frame attitude(Clause clause) {
        for (var frame : scene.tables().frames().of(clause.verb().lemma())) {
            boolean plain =
                    frame.complement().size() == 1
                            && frame.complement().getFirst() instanceof Part.Slot;
            boolean wish = frame.relation() == Relation.WANTS || frame.relation() == Relation.NEEDS;
            if (plain && (frame.relation().isAttitude() || wish) && frame.fits(clause)) {
                return frame;
            }
        }
        return null;
    }

    private boolean claim(Claim claim, Clause clause, List<Phrase> phrases) {
        boolean any = false;
        for (var phrase : phrases) {
            any |= facts.claim(Claims.spanning(claim, clause, phrase), phrase, sentence);
        }
        return any;
    }
}
