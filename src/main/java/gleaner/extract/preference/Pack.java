package gleaner.extract.preference;

import gleaner.extract.ReadTurn;
import gleaner.extract.lang.Table;
import gleaner.extract.preference.Rule.Condition;
import gleaner.extract.preference.pattern.Catalogue;
import gleaner.extract.preference.pattern.Clauses;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Pieces;
import gleaner.extract.preference.pattern.Spelling;
import gleaner.extract.preference.pattern.WordIds;
import gleaner.extract.preference.slot.Places;
import gleaner.extract.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The tables of a language pack that bear on preferences, compiled and checked against each other.
 * Immutable; shared by threads.
 */
record Pack(
        Catalogue<Rule> rules,
        List<Rule> answers,
        List<Rule> substitutes,
        Catalogue<Veto> vetoes,
        Catalogue<Question> questions,
        Clauses clauses,
        Spelling spelling,
        Places places) {
    private static final String FOLDER = "preference/";
    private static final List<String> RULES =
            List.of(
                    "name",
                    "pronouns",
                    "timezone",
                    "location",
                    "language",
                    "style",
                    "length",
                    "formality",
                    "manner",
                    "topics");

    static Pack load() {
        var places = Places.load(table("countries"), table("regions"), table("places"));
        var pieces = Pieces.of(table("pieces"), Slots.load(places));
        var rules = new ArrayList<Rule>();
        RULES.forEach(name -> addRules(table("rules/" + name), pieces, rules));
        var vetoes = table("vetoes").rows().stream().map(row -> Veto.of(row, pieces)).toList();
        var questions = questions(table("questions"), pieces);
        checkAnswers(rules, questions);
        var clauses = Clauses.of(table("clauses"));
        return new Pack(
                new Catalogue<>(
                        rules.stream()
                                .filter(rule -> !rule.isAnswer() && !rule.is(Condition.INSTEAD))
                                .toList(),
                        Rule::pattern,
                        clauses.common(),
                        pieces.words()),
                rules.stream().filter(Rule::isAnswer).toList(),
                rules.stream().filter(rule -> rule.is(Condition.INSTEAD)).toList(),
                new Catalogue<>(vetoes, Veto::pattern, clauses.common(), pieces.words()),
                new Catalogue<>(questions, Question::pattern, clauses.common(), pieces.words()),
                clauses,
                spelling(rules, vetoes, questions, pieces.words()),
                places);
    }

    static Table table(String name) {
        return Table.load(FOLDER + name + ".tsv");
    }

    /** Adds the rules of a table; an id or a pattern that stands there twice is a mistake. */
    static void addRules(Table table, Pieces pieces, List<Rule> rules) {
        var seen = new HashSet<String>();
        rules.forEach(rule -> seen.add(rule.id()));
        for (var row : table.rows()) {
            rules.add(Rule.of(row, pieces));
            if (!seen.add(row.cell(0))) {
                throw row.wrong("a rule " + row.cell(0) + " stands above already");
            }
            if (!seen.add(row.cell(3) + " " + row.cell(4))) {
                throw row.wrong("the pattern of " + row.cell(0) + " stands above already");
            }
        }
    }

    private static List<Question> questions(Table table, Pieces pieces) {
        return table.rows().stream()
                .map(row -> new Question(row.cell(0), pieces.compile(row, 1)))
                .toList();
    }

    private static void checkAnswers(List<Rule> rules, List<Question> questions) {
        var topics = new HashSet<String>();
        questions.forEach(question -> topics.add(question.topic()));
        for (var rule : rules) {
            if (rule.isAnswer() && !topics.contains(rule.answers())) {
                throw new IllegalArgumentException(
                        "the rule "
                                + rule.id()
                                + " answers "
                                + rule.answers()
                                + ", which no question asks; allowed are "
                                + topics);
            }
        }
    }

    private static Spelling spelling(
            List<Rule> rules, List<Veto> vetoes, List<Question> questions, WordIds ids) {
        Set<String> words = new HashSet<>();
        rules.forEach(rule -> words.addAll(rule.pattern().words()));
        vetoes.forEach(veto -> words.addAll(veto.pattern().words()));
        questions.forEach(question -> words.addAll(question.pattern().words()));
        return Spelling.of(words, ids);
    }

    Passage passage(String text, Sentence sentence, Supplier<Set<String>> near) {
        return new Passage(text, sentence, spelling, clauses, near);
    }

    /** Time zones of the places that a turn names. */
    Set<String> zonesNamedIn(ReadTurn turn) {
        var zones = new HashSet<String>();
        for (var sentence : turn.sentences()) {
            var passage = passage(turn.turn().text(), sentence, Set::of);
            for (int i = 0; i < passage.size(); i++) {
                places.zoneAt(passage, i).ifPresent(zones::add);
            }
        }
        return zones;
    }
}
