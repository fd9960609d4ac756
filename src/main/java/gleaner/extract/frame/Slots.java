package gleaner.extract.frame;

import gleaner.extract.phrase.Objects;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.phrase.Phrase.Form;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Word.Forms;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Kind;
import gleaner.extract.type.Typer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands in the slot of a frame. */
final class Slots {
    private static final List<Kind> WORK = List.of(Kind.OCCUPATION);

    private final Sentence sentence;
    private final Objects objects;
    private final Typer typer;
    private final Numbers numbers;
    private final People people;

    Slots(Sentence sentence, Objects objects, Typer typer, Numbers numbers) {
        this.sentence = sentence;
        this.objects = objects;
        this.typer = typer;
        this.numbers = numbers;
        this.people = new People(sentence, typer);
    }

    /** The phrases, or none where what stands there does not fit. */
    List<Phrase> read(Part.Content content, int at, int end) {
        return switch (content) {
            case OBJ -> objects.list(at, end);
            case NP -> only(Form.THING, objects.list(at, end));
            case VP -> activities(at, end);
            case NAME -> people.names(at, end);
            case CALLED -> people.called(at, end);
            case NUM -> numbers.number(at, end);
            case AGE -> numbers.age(at, end);
            case DATE -> numbers.date(at, end);
            case OCCUPATION -> occupations(at, end);
            case SCHOOL -> schools(at, end);
            case KIDS -> kids(at, end);
            case PLACE -> places(at, end);
            case NATIONALITY -> nationality(at, end);
        };
    }

    /** "a huge jazz fan": jazz, or the whole of it. */
    List<Phrase> compound(Set<String> heads, boolean whole, int at, int end) {
        var listed = objects.list(at, end);
        if (listed.isEmpty() || !listed.getLast().is(Form.THING)) {
            return List.of();
        }
        var phrase = listed.getLast();
        if (phrase.end() - phrase.start() < 2) {
            return List.of();
        }
        var head = sentence.at(phrase.end() - 1);
        if (!heads.contains(head.lower()) && !heads.contains(head.noun())) {
            return List.of();
        }
        boolean running =
                phrase.end() - phrase.start() == 2 && sentence.at(phrase.start()).tag() == Tag.VBG;
        var rest =
                running
                        ? thing(sentence, phrase.start(), phrase.end() - 1, false)
                        : objects.nounPhrases().read(phrase.start(), phrase.end() - 1);
        if (rest == null || rest.end() != phrase.end() - 1) {
            return List.of();
        }
        if (!running && !sentence.at(rest.end() - 1).isNoun() && !isDescribing(rest)) {
            return List.of();
        }
        var found = new ArrayList<>(listed.subList(0, listed.size() - 1));
        found.removeIf(other -> !other.is(Form.THING));
        found.add(whole ? phrase : at(rest, phrase.next()));
        return found;
    }

    /** "a vegan diet", "a gluten-free diet". */
    private boolean isDescribing(Phrase phrase) {
        var last = sentence.at(phrase.end() - 1);
        return last.tag() == Tag.JJ && !last.is(WordClass.OPINION_ADJECTIVE);
    }

    private static Phrase at(Phrase p, int next) {
        return new Phrase(
                p.form(), p.start(), p.end(), next, p.name(), p.none(), p.verb(), p.objects());
    }

    private static List<Phrase> only(Form form, List<Phrase> phrases) {
        return phrases.stream().filter(p -> p.is(form) || p.is(Form.PRONOUN)).toList();
    }

    private List<Phrase> activities(int at, int end) {
        int verb = objects.skipAdverbs(at, end);
        var token = sentence.at(verb);
        if (verb >= end) {
            return List.of();
        }
        if (token.is(KeyWord.TO) || token.tag() == Tag.VBG) {
            return only(Form.ACTIVITY, objects.list(verb, end));
        }
        boolean listed = sentence.at(at - 1).is(":") && Objects.isVerb(token);
        boolean infinitive = listed || sentence.at(verb - 1).is(KeyWord.TO);
        return infinitive && token.word().can(Forms.VERB)
                ? List.of(objects.activity(verb, end))
                : List.of();
    }

    /** These words, as a name. */
    Phrase name(int from, int to) {
        var phrase = thing(sentence, from, to, false);
        return new Phrase(Form.NAME, from, to, to, phrase.name(), false, "", List.of());
    }

    static Phrase thing(Sentence sentence, int from, int to, boolean asWritten) {
        var name = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                name.append(' ');
            }
            var token = sentence.at(i);
            name.append(asWritten ? token.text() : token.lower());
        }
        return new Phrase(Form.THING, from, to, to, name.toString(), false, "", List.of());
    }

    private List<Phrase> occupations(int at, int end) {
        var found = new ArrayList<Phrase>();
        for (var phrase : objects.list(at, end)) {
            if (phrase.is(Form.THING) && isOccupation(phrase)) {
                found.add(phrase);
            }
        }
        return found;
    }

    boolean isOccupation(Phrase phrase) {
        var head = sentence.at(phrase.end() - 1);
        if (!head.isNoun() && !head.tag().isVerb()) {
            return false;
        }
        boolean judged = sentence.at(phrase.start() - 1).is(WordClass.OPINION_ADJECTIVE);
        if (judged && head.is(WordClass.DOER)) {
            return false;
        }
        boolean single = phrase.end() - phrase.start() == 1;
        if (single && isBareName(phrase.start())) {
            return false;
        }
        var name = phrase.name().toLowerCase(Locale.ROOT);
        if (single && head.tag() == Tag.NNP && typer.isPlace(name)) {
            return false;
        }
        var work =
                (typer.isKnown(name) ? phrase.name() : phrase.head(sentence))
                        .toLowerCase(Locale.ROOT);
        return typer.of(work, WORK) == Kind.OCCUPATION;
    }

    /** "I am Arnold", though an Arnold was a writer. */
    private boolean isBareName(int i) {
        var token = sentence.at(i);
        return sentence.at(i - 1).tag() != Tag.DT
                && typer.isFirstName(token.lower())
                && !typer.isKnown(token.lower());
    }

    private List<Phrase> schools(int at, int end) {
        return only(Form.THING, objects.list(at, end)).stream().filter(p -> isSchool(p)).toList();
    }

    /** Places with a name. */
    private List<Phrase> places(int at, int end) {
        return only(Form.THING, objects.list(at, end)).stream()
                .filter(p -> typer.isPlace(p.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** "an Egyptian", but not "an Egyptian cat". */
    private List<Phrase> nationality(int at, int end) {
        var country = typer.country(sentence.at(at).lower());
        boolean alone = !sentence.at(at + 1).isNoun() || at + 1 >= end;
        return country == null || at >= end || !alone
                ? List.of()
                : List.of(new Phrase(Form.NAME, at, at + 1, at + 1, country, false, "", List.of()));
    }

    private boolean isSchool(Phrase phrase) {
        for (int i = phrase.start(); i < phrase.end(); i++) {
            if (sentence.at(i).is(WordClass.SCHOOL)) {
                return true;
            }
        }
        return false;
    }

    private List<Phrase> kids(int at, int end) {
        var child = typer.lexicon().said(KeyWord.CHILD);
        var phrases = objects.list(at, end);
        if (!phrases.isEmpty() && !sentence.at(phrases.getFirst().end() - 1).isNoun()) {
            var p = phrases.getFirst();
            return List.of(
                    new Phrase(
                            p.form(), p.start(), p.end(), p.next(), child, false, "", List.of()));
        }
        return phrases.isEmpty() && sentence.at(at).tag() == Tag.CD
                ? List.of(new Phrase(Form.THING, at, at + 1, at + 1, child, false, "", List.of()))
                : only(Form.THING, phrases);
    }
}
