package gleaner.extract.text;

import gleaner.extract.text.OwnWords.Stretch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a message to sentences of untagged tokens, with clitics split as in the Penn Treebank.
 * Immutable; shared by threads.
 */
final class Tokeniser {
    /** A sentence that is longer is cut: what a later stage looks back over stays bounded. */
    private static final int MAX_SENTENCE = 120;

    /** How far behind "password" its value may stand: "password for the wifi is". */
    private static final int SECRET_REACH = 7;

    private final Lexicon lexicon;
    private final Contractions contractions;
    private final OwnWords ownWords;

    Tokeniser(Lexicon lexicon, Contractions contractions, OwnWords ownWords) {
        this.lexicon = lexicon;
        this.contractions = contractions;
        this.ownWords = ownWords;
    }

    List<Sentence> sentences(String text) {
        var pass = new Pass(text);
        for (var stretch : ownWords.in(text)) {
            pass.read(stretch);
        }
        return pass.sentences;
    }

    /** One walk over one text. */
    private final class Pass {
        private final String text;
        private final Withheld withheld;
        private final List<Sentence> sentences = new ArrayList<>();
        private List<Token> tokens = new ArrayList<>();
        private BitSet quoted = new BitSet();

        Pass(String text) {
            this.text = text;
            this.withheld = new Withheld(text);
        }

        void read(Stretch stretch) {
            quoted = Quotations.in(text, stretch.start(), stretch.end());
            int at = stretch.start();
            while (at < stretch.end()) {
                at = step(at, stretch.end());
                if (tokens.size() >= MAX_SENTENCE) {
                    end(false, false);
                }
            }
            if (!tokens.isEmpty() && !isWrapped(stretch)) {
                end(false, false);
            }
        }

        /** A line that breaks off in the middle of a sentence, as in wrapped mail. */
        private boolean isWrapped(Stretch stretch) {
            int next = stretch.end() + 1;
            return stretch.end() - stretch.start() > 50
                    && next < text.length()
                    && Character.isLowerCase(text.charAt(next))
                    && Character.isLetter(text.charAt(stretch.end() - 1));
        }

        private int step(int at, int end) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return at + 1;
            }
            if (Signs.isWordCharacter(c)) {
                return word(at, end);
            }
            if (c == '.' || c == '!' || c == '?' || c == '…') {
                return stop(at, end);
            }
            int emoji = Signs.emojiEnd(text, at, end);
            if (emoji > at) {
                add(at, emoji, text.substring(at, emoji), Tag.EMOJI);
                return emoji;
            }
            int width = Character.charCount(text.codePointAt(at));
            int next = Math.min(at + width, end);
            add(at, next, text.substring(at, next), Signs.tag(c));
            return next;
        }

        private int word(int at, int end) {
            int address = withheld.addressEnd(at, end);
            if (address > at) {
                add(at, address, text.substring(at, address), Tag.URL);
                return address;
            }
            int told = toldSecretEnd(at, end);
            if (told > at) {
                add(at, told, text.substring(at, told), Tag.SECRET);
                return told;
            }
            int number = withheld.secretEnd(at, end);
            if (number > at) {
                add(at, number, text.substring(at, number), Tag.SECRET);
                return number;
            }
            int to = Signs.wordEnd(text, at, end);
            var lower = lower(text.substring(at, to));
            var split = contractions.split(lower);
            if (split.pieces().size() > 1 || !split.pieces().getFirst().form().equals(lower)) {
                if (!fits(split.when(), to, end)) {
                    add(at, to, lower, null);
                    return to;
                }
            }
            int from = at;
            for (var piece : split.pieces()) {
                add(from, from + piece.length(), piece.form(), null);
                from += piece.length();
            }
            return to;
        }

        /** "my password is ...": what follows, up to the next space, whatever it is. */
        private int toldSecretEnd(int at, int end) {
            if (tokens.size() < 2 || !announces(tokens.getLast())) {
                return at;
            }
            boolean secret = false;
            for (int i = Math.max(0, tokens.size() - SECRET_REACH); i < tokens.size(); i++) {
                secret |= tokens.get(i).is(WordClass.SECRET_NOUN);
            }
            int to = at;
            while (secret && to < end && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            return to;
        }

        private static boolean announces(Token token) {
            return token.is(WordClass.BE)
                    || token.is(":")
                    || token.is("=")
                    || token.tag() == Tag.TO
                    || token.is(WordClass.SECRET_NOUN);
        }

        private boolean fits(Contractions.When when, int to, int end) {
            boolean first = tokens.isEmpty() || tokens.getLast().tag().isBreak();
            boolean last = to >= end || !Character.isWhitespace(text.charAt(to)) || to + 1 >= end;
            return switch (when) {
                case ALWAYS -> true;
                case VERB -> (first || tokens.getLast().is(WordClass.CONJUNCTION)) && !last;
                case BETWEEN -> !first && !last;
                case CLAUSE -> tokens.isEmpty() || !tokens.getLast().is(WordClass.DETERMINER);
                case END -> last;
            };
        }

        private int stop(int at, int end) {
            int to = at;
            boolean question = false;
            boolean exclaimed = false;
            while (to < end && ".!?…".indexOf(text.charAt(to)) >= 0) {
                question |= text.charAt(to) == '?';
                exclaimed |= text.charAt(to) == '!';
                to++;
            }
            boolean abbreviation =
                    to == at + 1
                            && text.charAt(at) == '.'
                            && !tokens.isEmpty()
                            && tokens.getLast().end() == at
                            && tokens.getLast().is(WordClass.ABBREVIATION);
            if (!abbreviation) {
                add(at, to, text.substring(at, to), Tag.STOP);
                end(question, exclaimed);
            }
            return to;
        }

        private void add(int start, int end, String form, @Nullable Tag tag) {
            if (end <= start) {
                return;
            }
            var word =
                    tag == null
                            ? lexicon.word(form)
                            : new Word(form, 0, form, form, tag, true, WordClasses.NONE, null);
            tokens.add(
                    new Token(
                            text.substring(start, end),
                            word,
                            word.likeliest(),
                            start,
                            end,
                            quoted.get(start)));
        }

        private void end(boolean question, boolean exclaimed) {
            if (tokens.stream().anyMatch(token -> token.tag() != Tag.STOP)) {
                sentences.add(new Sentence(tokens, question, exclaimed));
            }
            tokens = new ArrayList<>();
        }
    }

    static String lower(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c > 127 || (c >= 'A' && c <= 'Z')) {
                return lowerEach(written).replace('’', '\'');
            }
        }
        return written;
    }

    /** Letter by letter: the lower case of a whole word can be longer, as that of "İ" is. */
    private static String lowerEach(String written) {
        var lower = new StringBuilder(written.length());
        written.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
