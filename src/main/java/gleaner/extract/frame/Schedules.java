package gleaner.extract.frame;

import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what fills the days of somebody's week: "saturdays: choir, then chess", "bouldering
 * Tuesdays, pottery Thursdays", "a swim every morning".
 */
final class Schedules {
    private static final double CONFIDENCE = 0.8;

    /** What a single day is enough for. */
    private static final Set<Kind> PASTIME = Set.of(Kind.HOBBY, Kind.INSTRUMENT);

    private static final Set<Kind> DONE =
            Set.of(Kind.HOBBY, Kind.ACTIVITY, Kind.INSTRUMENT, Kind.MEDIA, Kind.OTHER);

    private final Scene scene;
    private final Sentence sentence;
    private final List<Phrase> done = new ArrayList<>();
    private final List<Phrase> waiting = new ArrayList<>();
    private int days;
    private boolean regular;
    private boolean listing;
    private boolean signed;

    Schedules(Scene scene) {
        this.scene = scene;
        this.sentence = scene.sentence();
    }

    void read() {
        if (sentence.question() || !scene.stated().get(0) || !isVerbless()) {
            return;
        }
        int at = 0;
        while (at < sentence.size()) {
            int end = partEnd(at);
            part(at, end);
            at = end + 1;
        }
        boolean planned = signed || days > 1;
        if (regular || days > 1) {
            done.stream().filter(thing -> planned || isPastime(thing)).forEach(this::claim);
        }
    }

    /** No clause, but for the "it's" and "are for" of the days themselves. */
    private boolean isVerbless() {
        boolean day = false;
        for (int i = 0; i < sentence.size(); i++) {
            var token = sentence.at(i);
            day |= isDay(i);
            boolean clause =
                    token.is(WordClass.NOMINATIVE)
                            || token.is(WordClass.YOU)
                            || token.is(KeyWord.PLEASE)
                            || token.is(WordClass.NEGATION)
                            || token.quoted();
            boolean verb = token.tag().isFinite() && !token.is(WordClass.BE);
            if (clause || verb || token.tag() == Tag.MD) {
                return false;
            }
        }
        return day;
    }

    private int partEnd(int from) {
        int end = from;
        while (end < sentence.size()
                && sentence.at(end).tag() != Tag.COMMA
                && !sentence.at(end).is(WordClass.CONJUNCTION)
                && sentence.at(end).tag() != Tag.STOP) {
            end++;
        }
        return end;
    }

    private void part(int from, int end) {
        int day = from;
        while (day < end && !isDay(day)) {
            day++;
        }
        if (day == end) {
            add(thing(from, end), listing ? done : waiting);
            return;
        }
        days++;
        regular |= isRegular(day);
        var behind = thing(behindDay(day, end), end);
        if (isOpening(from, day)) {
            boolean sign = sentence.at(day + 1).tag() == Tag.SYM;
            listing = behind != null && sign;
            signed |= listing;
            waiting.clear();
            add(behind, done);
        } else {
            done.addAll(waiting);
            waiting.clear();
            listing = false;
            add(thing(from, day), done);
        }
    }

    private static void add(@Nullable Phrase thing, List<Phrase> things) {
        if (thing != null) {
            things.add(thing);
        }
    }

    /** "Tuesdays", "weekend", "every morning". */
    private boolean isDay(int i) {
        var token = sentence.at(i);
        return token.is(WordClass.WEEKDAY)
                || (token.is(WordClass.TIME_NOUN) && sentence.at(i - 1).is(KeyWord.EVERY));
    }

    /** More than once: "Tuesdays", "every Tuesday", "Tuesday = ". */
    private boolean isRegular(int day) {
        var token = sentence.at(day);
        return token.tag() == Tag.NNS
                || !token.noun().equals(token.lower())
                || sentence.at(day - 1).is(KeyWord.EVERY)
                || sentence.at(day + 1).is("=");
    }

    private int behindDay(int day, int end) {
        int at = day + 1;
        while (at < end
                && (sentence.at(at).is(WordClass.TIME_NOUN)
                        || sentence.at(at).tag() == Tag.SYM
                        || sentence.at(at).is(WordClass.BE)
                        || sentence.at(at).is(KeyWord.IT)
                        || (sentence.at(at).is(KeyWord.FOR)
                                && sentence.at(at - 1).is(WordClass.BE)))) {
            at++;
        }
        return at;
    }

    /** Nothing stands before the day but "on" and "then". */
    private boolean isOpening(int from, int day) {
        for (int i = from; i < day; i++) {
            var token = sentence.at(i);
            if (token.tag() != Tag.IN
                    && token.tag() != Tag.DT
                    && token.tag() != Tag.RB
                    && token.tag() != Tag.UH
                    && !token.is(WordClass.FILLER)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Phrase thing(int from, int end) {
        var objects = scene.matcher().objects();
        int at = objects.skipAdverbs(from, end);
        while (at < end && (sentence.at(at).is(KeyWord.IT) || sentence.at(at).is(WordClass.BE))) {
            at++;
        }
        var thing = objects.one(at, end, false);
        return thing == null || thing.none() || !isDone(thing) ? null : thing;
    }

    private boolean isDone(Phrase thing) {
        if (thing.is(Form.PRONOUN) || sentence.at(thing.end() - 1).is(WordClass.LIGHT_NOUN)) {
            return false;
        }
        return thing.is(Form.ACTIVITY) || DONE.contains(kind(thing));
    }

    private boolean isPastime(Phrase thing) {
        return thing.is(Form.ACTIVITY) || PASTIME.contains(kind(thing));
    }

    private Kind kind(Phrase thing) {
        return scene.tables().typer().of(thing.name().toLowerCase(Locale.ROOT), List.copyOf(DONE));
    }

    private void claim(Phrase thing) {
        var relation = kind(thing) == Kind.INSTRUMENT ? Relation.PLAYS : Relation.DOES;
        var claim =
                Claim.stated(
                        relation, CONFIDENCE, CONFIDENCE, thing.start(), thing.end(), "schedule");
        scene.facts().claim(claim, thing, sentence);
    }
}
