package gleaner.extract.frame;

import gleaner.extract.Extraction.Span;
import gleaner.extract.Finding;
import gleaner.extract.ReadTurn;
import gleaner.extract.Trace.Why;
import gleaner.extract.clause.Clause;
import gleaner.extract.clause.ClauseScanner;
import gleaner.extract.clause.Stated;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.TextReader;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Typer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the facts that a turn states about its user. Immutable; shared by threads. */
public final class FactReader {
    private final FactTables tables;
    private final Answers answers;
    private final Corrections corrections;
    private final Narration narration;

    private FactReader(FactTables tables, TextReader textReader) {
        this.tables = tables;
        this.answers = new Answers(tables, textReader);
        this.corrections = new Corrections(tables);
        this.narration = new Narration();
    }

    /** Loads the tables of frames from the class path. */
    public static FactReader load(TextReader textReader) {
        return new FactReader(FactTables.load(Typer.load(textReader.lexicon())), textReader);
    }

    /**
     * What a turn states.
     *
     * @param findings in the order in which they were found
     * @param unread clauses of the user's own that state nothing known
     */
    public record Reading(List<Finding> findings, List<Span> unread) {}

    /** Reads a turn. */
    public Reading read(ReadTurn turn) {
        var facts = new Facts(tables, turn.trace());
        var unread = new ArrayList<Span>();
        Sentence previous = null;
        boolean answering = true;
        for (var sentence : turn.sentences()) {
            var own = read(sentence, previous, facts, unread);
            if (answering) {
                boolean first = previous == null || isReplyAlone(previous);
                answers.read(own, turn.asked(), first);
                answering = first || Answers.isFragment(sentence);
            }
            corrections.apply(own);
            if (narration.startsAt(sentence)) {
                skipBehind(turn, sentence);
                break;
            }
            previous = sentence;
        }
        facts.specify();
        return new Reading(facts.findings(), unread);
    }

    /** "Yes!", before the sentence that says more. */
    private static boolean isReplyAlone(Sentence sentence) {
        return sentence.size() <= 2
                && (sentence.at(0).is(WordClass.AFFIRMATIVE)
                        || sentence.at(0).is(WordClass.NEGATIVE));
    }

    private Scene read(
            Sentence sentence, @Nullable Sentence previous, Facts facts, List<Span> unread) {
        var stated = Stated.in(sentence);
        tables.unreal().clearSupposed(sentence, stated);
        var scene = Scene.of(sentence, previous, stated, tables, facts);
        int before = facts.findings().size();
        var clauseFacts = new ClauseFacts(scene);
        for (var clause : ClauseScanner.scan(sentence, scene.stated(), facts.trace())) {
            if (!clauseFacts.read(clause) && sentence.at(clause.start()).is(WordClass.SELF)) {
                unread.add(span(clause));
            }
        }
        new Possessions(scene).read();
        new Favourites(scene).read();
        new Experiences(scene).read();
        new Opinions(scene).read();
        new Sayings(scene).read();
        new Profiles(scene).read();
        new Schedules(scene).read();
        new Fragments(scene).read();
        new Households(scene).read();
        new Ages(scene).read();
        if (tables.unreal().isMockery(sentence)) {
            facts.dropPraise(before);
        }
        return scene;
    }

    private static void skipBehind(ReadTurn turn, Sentence last) {
        for (var sentence : turn.sentences()) {
            if (sentence.start() > last.start()) {
                turn.trace().leftOut(sentence.start(), sentence.end(), Why.NARRATED);
            }
        }
    }

    private static Span span(Clause clause) {
        var sentence = clause.sentence();
        int last = Math.max(clause.verb().main(), clause.end() - 1);
        return new Span(sentence.at(clause.start()).start(), sentence.at(last).end());
    }
}
