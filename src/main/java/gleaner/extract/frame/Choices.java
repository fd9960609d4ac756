package gleaner.extract.frame;

import gleaner.extract.Trace;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.memory.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what somebody chooses: "coffee" after "Coffee or tea?", "both" after "Cats or dogs?". */
final class Choices {
    private static final double CHOSEN = 0.75;

    private final FactTables tables;

    Choices(FactTables tables) {
        this.tables = tables;
    }

    /** Reads the answer to a choice; false where the question offers none. */
    boolean read(Scene scene, Sentence question, List<Frame> frames) {
        int or = joint(question);
        var answer = scene.sentence();
        if (or < 0) {
            return false;
        }
        var asking =
                Scene.of(question, null, scene.stated(), tables, new Facts(tables, Trace.NONE));
        var options = options(asking, or);
        if (options.size() < 2) {
            return false;
        }
        boolean all = isAll(answer);
        if (all && !frames.isEmpty()) {
            claimAll(asking, options, scene, frames.getFirst().relation());
            return true;
        }
        if (!frames.isEmpty() || !isBare(question)) {
            return false;
        }
        if (all) {
            claimAll(asking, options, scene, Relation.LIKES);
            return true;
        }
        return choose(scene, options);
    }

    /** "both", "one of each", "a bit of both". */
    private static boolean isAll(Sentence answer) {
        for (int i = 0; i < 4; i++) {
            if (answer.at(i).is(WordClass.BOTH)) {
                return true;
            }
        }
        return false;
    }

    private static int joint(Sentence question) {
        for (int i = 1; i < question.size() - 1; i++) {
            if (question.at(i).is(KeyWord.OR)) {
                return i;
            }
        }
        return -1;
    }

    /** "Mountains or the sea?": nothing but the two, with no verb. */
    private static boolean isBare(Sentence question) {
        for (int i = 0; i < question.size(); i++) {
            var token = question.at(i);
            boolean sort = token.is(WordClass.LIGHT_NOUN) && question.at(i - 1).isNoun();
            boolean verb = token.tag().isFinite() && !token.word().can(Forms.NOUN);
            if (verb
                    || token.is(WordClass.WH)
                    || token.is(WordClass.YOU)
                    || token.is(WordClass.TIME_NOUN)
                    || (token.is(WordClass.LIGHT_NOUN) && !sort)
                    || token.is(WordClass.EMPTY_NOUN)) {
                return false;
            }
        }
        return true;
    }

    /** The phrase before "or" and the one behind it. */
    private static List<Phrase> options(Scene asking, int or) {
        var found = new ArrayList<Phrase>();
        var objects = asking.matcher().objects();
        for (int from = Math.max(0, or - 4); from < or && found.isEmpty(); from++) {
            var phrase = objects.one(from, or, false);
            if (phrase != null && phrase.is(Form.THING) && phrase.end() == or) {
                found.add(phrase);
            }
        }
        if (found.isEmpty() && or == 1 && asking.sentence().at(0).word().can(Forms.NOUN)) {
            found.add(Slots.thing(asking.sentence(), 0, 1, false));
        }
        var second = objects.one(or + 1, asking.sentence().size(), false);
        if (second != null && second.is(Form.THING)) {
            found.add(second);
        }
        return found;
    }

    private static void claimAll(
            Scene asking, List<Phrase> options, Scene scene, Relation relation) {
        for (var option : options) {
            asking.facts().claim(claim(relation, option), option, asking.sentence());
        }
        asking.facts()
                .findings()
                .forEach(finding -> scene.facts().adopt(finding, scene.sentence(), 1));
    }

    /** One of the two, or behind "neither" a third. */
    private static boolean choose(Scene scene, List<Phrase> options) {
        var answer = scene.sentence();
        boolean neither = answer.at(0).is(WordClass.NEITHER);
        int at = LeadIn.behind(answer, neither ? 1 : 0);
        var chosen = scene.matcher().objects().one(at, answer.size(), false);
        if (chosen == null || !chosen.is(Form.THING) || chosen.none()) {
            return false;
        }
        boolean offered = options.stream().anyMatch(option -> isOf(chosen, option));
        return offered != neither
                && scene.facts().claim(claim(Relation.PREFERS, chosen), chosen, answer);
    }

    /** "coffee" is of "coffee person". */
    private static boolean isOf(Phrase chosen, Phrase option) {
        var words = List.of(option.name().toLowerCase(Locale.ROOT).split(" ", -1));
        var name = chosen.name().toLowerCase(Locale.ROOT);
        return option.name().equalsIgnoreCase(name) || words.contains(name);
    }

    private static Claim claim(Relation relation, Phrase phrase) {
        return Claim.stated(relation, CHOSEN, 0.7, 0, phrase.end(), "answer:choice");
    }
}
