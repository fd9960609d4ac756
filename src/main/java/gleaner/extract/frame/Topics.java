package gleaner.extract.frame;

import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads clauses that name first what they are about: "jazz I can't get enough of", "the piano I
 * gave up years ago".
 */
final class Topics {
    private static final double FRONTED = 0.75;
    private static final int TIME_WITHIN = 4;

    /** Of these nobody says so that they like or play them. */
    private static final Set<Kind> NO_TOPIC =
            Set.of(Kind.PERSON, Kind.FAMILY, Kind.TIME, Kind.OCCUPATION);

    private final Scene scene;
    private final Sentence sentence;

    Topics(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    /** Claims what the clause says of what stands before it; false where that is nothing. */
    boolean read(Clause clause) {
        int main = clause.verb().main();
        boolean bare = sentence.at(main).is(WordClass.DO) && main + 1 >= clause.end();
        if (bare || !sentence.at(clause.start()).is(WordClass.SELF) || isRelative(clause)) {
            return false;
        }
        var things = before(clause);
        for (var frame : things.isEmpty() ? List.<Frame>of() : frames(clause)) {
            var match =
                    scene.matcher().matchAt(without(frame), clause.verb().main() + 1, clause.end());
            if (match != null
                    && isClosed(match.end(), clause.end())
                    && claim(frame, clause, things, match.end())) {
                return true;
            }
        }
        return false;
    }

    private List<Frame> frames(Clause clause) {
        return scene.tables().frames().of(clause.verb().lemma()).stream()
                .filter(frame ->
                        isOfThings(frame.relation())
                                && frame.isWordedIn(scene.words())
                                && without(frame).size() == frame.complement().size() - 1
                                && frame.fits(clause)
                                && !Qualifier.isPassing(frame, clause)
                                && !Qualifier.isPastDenial(frame, clause))
                .toList();
    }

    private static boolean isOfThings(Relation relation) {
        return switch (relation) {
            case PLAYS, PRACTICES, KNOWS, SPEAKS, DOES -> true;
            default -> relation.isAttitude();
        };
    }

    /** What a frame asks for beside the thing. */
    private static List<Part> without(Frame frame) {
        var rest = new ArrayList<>(frame.complement());
        rest.removeIf(part ->
                part instanceof Part.Slot(var content)
                        && (content == Part.Content.OBJ || content == Part.Content.NP));
        return rest;
    }

    private boolean claim(Frame frame, Clause clause, List<Phrase> things, int end) {
        var first = things.getFirst().start();
        var claim = Claims.of(frame, clause, end).weakened(FRONTED).from(first);
        boolean any = false;
        for (var thing : things) {
            any |= scene.facts().claim(claim, thing, sentence, name(frame, clause, thing));
        }
        return any;
    }

    /** "listening to opera", where the frame asks for the activity. */
    private String name(Frame frame, Clause clause, Phrase thing) {
        boolean linked =
                frame.complement().getFirst() instanceof Part.Literal(var words, var _)
                        && words.contains(sentence.at(clause.verb().main() + 1).lower());
        if (linked || thing.is(Form.ACTIVITY) || !frame.is(Option.GERUND)) {
            return Claims.name(scene.tables().lexicon(), frame, clause, thing);
        }
        return Claims.gerund(scene.tables().lexicon(), clause.verb().lemma(), thing.name());
    }

    /** "the woman I love is a doctor": the clause describes what another verb is about. */
    private boolean isRelative(Clause clause) {
        for (int i = clause.verb().main() + 1; i < clause.end(); i++) {
            var token = sentence.at(i);
            boolean finite = token.tag() == Tag.VBZ || token.tag() == Tag.VBD;
            if (finite || (token.is(WordClass.BE) && token.tag().isFinite())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The things that stand alone before the subject, from where its part of the sentence starts.
     */
    private List<Phrase> before(Clause clause) {
        int end = clause.start();
        while (end > 0 && isBetween(sentence.at(end - 1))) {
            end--;
        }
        boolean parted = end < clause.start();
        int start = end;
        while (start > 0 && !isOpening(sentence.at(start - 1))) {
            start--;
        }
        var things = scene.matcher().objects().list(start, end);
        boolean alone = !things.isEmpty() && things.getLast().next() == end;
        return alone && things.stream().allMatch(thing -> isTopic(thing, parted))
                ? things
                : List.of();
    }

    private static boolean isBetween(Token token) {
        return token.tag() == Tag.COMMA || token.is(WordClass.CONTRAST);
    }

    private static boolean isOpening(Token token) {
        return token.tag().isBreak()
                || token.tag() == Tag.UH
                || token.tag() == Tag.SYM
                || token.tag() == Tag.EMOJI
                || token.is(WordClass.CONTRAST);
    }

    private boolean isTopic(Phrase thing, boolean parted) {
        var head = sentence.at(thing.end() - 1);
        if (thing.is(Form.PRONOUN) || head.tag() == Tag.CD || head.is(WordClass.TIME_NOUN)) {
            return false;
        }
        var kind = scene.tables().typer().of(thing.name().toLowerCase(Locale.ROOT), List.of());
        boolean unsure = parted && thing.is(Form.THING) && kind == Kind.OTHER;
        return !NO_TOPIC.contains(kind) && !unsure;
    }

    /** Nothing follows but how, where and how often. */
    private boolean isClosed(int at, int end) {
        var token = sentence.at(at);
        return at >= end
                || token.tag().isBreak()
                || token.tag() == Tag.RB
                || token.tag() == Tag.IN
                || token.tag() == Tag.EMOJI
                || token.tag() == Tag.UH
                || token.is(WordClass.DEGREE)
                || token.is(WordClass.FILLER)
                || isTime(at, end);
    }

    /** "every day", "most of the time". */
    private boolean isTime(int from, int end) {
        for (int i = from; i < Math.min(end, from + TIME_WITHIN); i++) {
            if (sentence.at(i).is(WordClass.TIME_NOUN)) {
                return true;
            }
        }
        return false;
    }
}
