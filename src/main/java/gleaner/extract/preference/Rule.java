package gleaner.extract.preference;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Pattern;
import gleaner.extract.preference.pattern.Pieces;
import gleaner.memory.PreferenceKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One way to state a preference.
 *
 * @param id its name, for evidence and errors
 * @param effects what it says
 * @param confidence how surely
 * @param conditions when it counts
 * @param answers the topic of the assistant's question that it answers; empty for none
 * @param pattern the words
 */
record Rule(
        String id,
        List<Effect> effects,
        double confidence,
        Set<Condition> conditions,
        String answers,
        Pattern pattern) {
    private static final String ANSWER = "answer:";

    /** Keys that say in what manner to answer: an exam or a letter may have its own. */
    private static final Set<PreferenceKey> MANNER =
            EnumSet.of(
                    PreferenceKey.COMMUNICATION_STYLE,
                    PreferenceKey.RESPONSE_LENGTH,
                    PreferenceKey.FORMALITY_LEVEL);

    /** Keys of lasting wishes: "this time" and "for the weekend" take them back. */
    private static final Set<PreferenceKey> STANDING =
            EnumSet.of(
                    PreferenceKey.LOCATION,
                    PreferenceKey.LANGUAGE,
                    PreferenceKey.COMMUNICATION_STYLE,
                    PreferenceKey.RESPONSE_LENGTH,
                    PreferenceKey.FORMALITY_LEVEL);

    Rule {
        effects = List.copyOf(effects);
        conditions = Set.copyOf(conditions);
    }

    /** When a rule counts. */
    enum Condition {
        /** May be put as a question: "can you call me ...?". */
        ASKED,
        /** Not said outright but meant: "your answers are too long". */
        IMPLIED,
        /** Only where the sentence says that it lasts: "from now on". */
        LASTING,
        /** Goes on from what was said of its key before: "Robert... no, just Bob". */
        AFTER,
        /** Takes the place of what was called off before: "nobody calls me Augustus. Gus." */
        INSTEAD,
        /** Too bare to count where the assistant has just asked something: "it's Max". */
        UNASKED,
        /** Speaks of "it": counts only where no single task is what "it" means. */
        UNTASKED
    }

    /** Reads rows of an id, findings, a confidence, conditions and a pattern. */
    static Rule of(Table.Row row, Pieces pieces) {
        if (row.cells().size() != 5) {
            throw row.wrong("has " + row.cells().size() + " columns; a rule has 5");
        }
        var pattern = pieces.compile(row, 4);
        var effects = new ArrayList<Effect>();
        for (var written : row.cell(1).split("; *", -1)) {
            effects.add(Effect.of(written, row, pattern.takes()));
        }
        var conditions = EnumSet.noneOf(Condition.class);
        var answers = "";
        for (var condition : row.words(3)) {
            if (condition.startsWith(ANSWER)) {
                answers = condition.substring(ANSWER.length());
            } else {
                conditions.add(row.constant(Condition.class, condition));
            }
        }
        if (pattern.needs().isEmpty()
                && answers.isEmpty()
                && !conditions.contains(Condition.INSTEAD)) {
            throw row.wrong("no word in it is needed: it would be tried at every word");
        }
        return new Rule(row.cell(0), effects, row.share(2), conditions, answers, pattern);
    }

    boolean is(Condition condition) {
        return conditions.contains(condition);
    }

    /** Counts only behind the question that it answers. */
    boolean isAnswer() {
        return !answers.isEmpty();
    }

    boolean callsOff() {
        return effects.stream().anyMatch(Effect::denied);
    }

    boolean mustStand() {
        return effects.stream().anyMatch(effect -> STANDING.contains(effect.key()));
    }

    boolean isOfManner() {
        return effects.stream().anyMatch(effect -> MANNER.contains(effect.key()));
    }

    /** Whether both speak of one key. */
    boolean concerns(PreferenceKey key) {
        return effects.stream().anyMatch(effect -> effect.key() == key);
    }
}
