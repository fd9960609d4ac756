package gleaner.extract.emotion;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.pattern.Catalogue;
import gleaner.extract.preference.pattern.Clauses;
import gleaner.extract.preference.pattern.Match;
import gleaner.extract.preference.pattern.Passage;
import gleaner.extract.preference.pattern.Pieces;
import gleaner.extract.preference.pattern.Scan;
import gleaner.extract.preference.pattern.Spelling;
import gleaner.extract.preference.pattern.WordIds;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.memory.Emotion;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the feeling that a sentence is said with, from words, emoji and exclamation marks. Pure and
 * immutable; shared by threads.
 */
public final class EmotionReader {
    /** A negation reaches over this many words. */
    private static final int NEGATION_WINDOW = 3;

    /** Two exclamation marks and no other cue are joy, not emphasis. */
    private static final int EXCITED_MARKS = 2;

    private static final double MARKS_WEIGHT = 0.6;

    private final Catalogue<Cue> cues;
    private final EmojiTable emoji;
    private final Clauses clauses;
    private final Spelling spelling;

    private EmotionReader(List<Cue> cues, EmojiTable emoji, Clauses clauses, WordIds ids) {
        this.cues = new Catalogue<>(cues, Cue::pattern, clauses.common(), ids);
        this.emoji = emoji;
        this.clauses = clauses;
        Set<String> words = new HashSet<>();
        cues.forEach(cue -> words.addAll(cue.pattern().words()));
        this.spelling = Spelling.of(words, ids);
    }

    /** Loads the tables of the language pack from the class path. */
    public static EmotionReader load() {
        var pieces = Pieces.of(Table.parse("no pieces", ""), Map.of());
        var cues =
                Table.load("emotion/cues.tsv").rows().stream()
                        .flatMap(row -> Cue.of(row, pieces))
                        .toList();
        return new EmotionReader(
                cues,
                EmojiTable.of(Table.load("emotion/emoji.tsv")),
                Clauses.of(Table.load("preference/clauses.tsv")),
                pieces.words());
    }

    /** The feeling of a whole sentence. */
    public Emotion of(Sentence sentence) {
        return of(sentence, sentence.start(), sentence.end());
    }

    /**
     * The feeling of the clauses that a stretch of a sentence lies in, or where their words show
     * none, that of the sentence's signs.
     *
     * @param start first character in the message, in UTF-16 units
     * @param end behind the last character
     */
    public Emotion of(Sentence sentence, int start, int end) {
        var passage = passage(sentence);
        int from = firstToken(passage, start);
        int to = lastToken(passage, end, from);
        var tally = new Tally();
        addWords(passage, from, to, tally);
        addEmoji(sentence, tally);
        if (tally.isEmpty()
                && marks(sentence) >= EXCITED_MARKS
                && isOwn(passage, 0, sentence.size())) {
            tally.add(Emotion.EXCITED, MARKS_WEIGHT);
        }
        return tally.strongest();
    }

    private Passage passage(Sentence sentence) {
        return new Passage("", sentence, spelling, clauses, Set::of);
    }

    /** First token of the clause in which this character stands. */
    private static int firstToken(Passage passage, int start) {
        int from = 0;
        for (int i = 0; i < passage.size() && passage.token(i).start() < start; i++) {
            if (passage.parts(i)) {
                from = i + 1;
            }
        }
        return from;
    }

    private static int lastToken(Passage passage, int end, int from) {
        int to = from;
        while (to < passage.size() && (passage.token(to).start() < end || !passage.parts(to))) {
            to++;
        }
        return to;
    }

    private void addWords(Passage passage, int from, int to, Tally tally) {
        var worth = cues.worthTrying(passage);
        if (worth.isEmpty()) {
            return;
        }
        var scan = new Scan(passage);
        var taken = new BitSet();
        var byLength = new LongestFirst();
        for (var cue : worth) {
            scan.matches(cue.pattern()).forEach(match -> byLength.add(cue, match));
        }
        for (var hit : byLength.inOrder()) {
            var match = hit.match();
            if (match.start() < from || match.end() > to || overlaps(taken, match)) {
                continue;
            }
            taken.set(match.start(), match.end());
            if (isFelt(passage, match)) {
                boolean negated = isNegated(passage, match, taken);
                tally.add(negated ? hit.cue().negated() : hit.cue().emotion(), hit.cue().weight());
            }
        }
    }

    private static boolean overlaps(BitSet taken, Match match) {
        int next = taken.nextSetBit(match.start());
        return next >= 0 && next < match.end();
    }

    /** Not a name ("The Happy Prince"), not quoted, and not what somebody else feels. */
    private boolean isFelt(Passage passage, Match match) {
        var token = passage.token(match.start());
        boolean name = match.start() > 0 && isTitleCase(token) && match.end() - match.start() == 1;
        return !name && !token.quoted() && isOwn(passage, match.start(), match.end());
    }

    private static boolean isTitleCase(Token token) {
        return token.isCapitalised() && token.text().chars().anyMatch(Character::isLowerCase);
    }

    /** Whether the clause is about the user, or about nobody. */
    private static boolean isOwn(Passage passage, int start, int end) {
        boolean others = false;
        for (int i = start - 1; i >= 0 && !passage.parts(i); i--) {
            if (isSelf(passage.token(i))) {
                return true;
            }
            others |= isSomebodyElse(passage.token(i));
        }
        for (int i = start; i < passage.size() && (i < end || !passage.parts(i)); i++) {
            if (isSelf(passage.token(i))) {
                return true;
            }
        }
        return !others;
    }

    private static boolean isSelf(Token token) {
        return token.is(WordClass.SELF)
                || token.is(WordClass.SELVES)
                || token.is(WordClass.ME)
                || token.is(WordClass.MY)
                || token.is(WordClass.OUR);
    }

    private static boolean isSomebodyElse(Token token) {
        return token.is(WordClass.OTHERS) || token.is(WordClass.YOU);
    }

    /** A negation in the same clause, a few words before, that belongs to no other cue. */
    private static boolean isNegated(Passage passage, Match match, BitSet taken) {
        int first = Math.max(0, match.start() - NEGATION_WINDOW);
        for (int i = match.start() - 1; i >= first && !passage.parts(i); i--) {
            if (passage.token(i).is(WordClass.NEGATION) && !taken.get(i)) {
                return true;
            }
        }
        return false;
    }

    private void addEmoji(Sentence sentence, Tally tally) {
        for (var token : sentence.tokens()) {
            if (token.tag() == Tag.EMOJI) {
                emoji.add(token.text(), tally);
            }
        }
    }

    private static long marks(Sentence sentence) {
        return sentence.tokens().stream()
                .filter(token -> token.tag() == Tag.STOP)
                .mapToLong(token -> token.text().chars().filter(c -> c == '!').count())
                .sum();
    }
}
