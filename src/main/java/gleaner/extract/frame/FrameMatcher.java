package gleaner.extract.frame;

import gleaner.extract.clause.Clause;
import gleaner.extract.phrase.Objects;
import gleaner.extract.phrase.Phrase;
import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.Token;
import gleaner.extract.text.WordClass;
import gleaner.extract.type.Typer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries frames on the words behind a verb. */
final class FrameMatcher {
    /** How many words a gap may cover. */
    private static final int LONGEST_GAP = 5;

    private final Sentence sentence;
    private final Objects objects;
    private final Slots slots;
    private int verb;
    private int end;

    /** Behind "what" or "whatever", which is what the verb is about. */
    private boolean free;

    FrameMatcher(Sentence sentence, Typer typer, NumberWords numberWords) {
        this.sentence = sentence;
        this.objects = new Objects(sentence, typer);
        this.slots = new Slots(sentence, objects, typer, new Numbers(sentence, numberWords));
    }

    Objects objects() {
        return objects;
    }

    /** These words, as a name. */
    Phrase name(int from, int to) {
        return slots.name(from, to);
    }

    /** What the frame finds behind the clause's verb, or nothing where it does not fit. */
    @Nullable Match match(Frame frame, Clause clause) {
        verb = clause.verb().main();
        end = clause.end();
        free = sentence.at(clause.start() - 1).is(WordClass.FREE_RELATIVE);
        return match(frame.complement(), 0, verb + 1, List.of());
    }

    /** Tries the rest of a complement behind any other token. */
    @Nullable Match matchAt(List<Part> complement, int from, int until) {
        verb = from;
        end = until;
        free = false;
        return match(complement, 0, from, List.of());
    }

    private @Nullable Match match(List<Part> parts, int next, int at, List<Phrase> found) {
        if (next == parts.size()) {
            return new Match(found, at);
        }
        return switch (parts.get(next)) {
            case Part.Literal(var words, var optional) -> {
                int word = isOneOf(at, words) ? at : objects.skipAdverbs(at, end);
                if (word < end && isOneOf(word, words)) {
                    yield match(parts, next + 1, word + 1, found);
                }
                yield optional ? match(parts, next + 1, at, found) : null;
            }
            case Part.Modifiers _ -> modifiers(parts, next, at, found);
            case Part.Gap _ -> gap(parts, next, at, found);
            case Part.End _ -> isEnd(at) ? match(parts, next + 1, at, found) : null;
            case Part.Constant(var entity) ->
                    match(parts, next + 1, at, List.of(constant(entity, at)));
            case Part.Self _ ->
                    free || hasObject(at)
                            ? null
                            : match(parts, next + 1, at, List.of(objects.activity(verb, end)));
            case Part.Slot(var content) -> slot(parts, next, slots.read(content, at, end));
            case Part.Compound(var heads, var whole) ->
                    slot(parts, next, slots.compound(heads, whole, at, end));
        };
    }

    /** "I read these": not reading as such. */
    private boolean hasObject(int at) {
        var token = sentence.at(at);
        if (at == end && token.is(KeyWord.THAT)) {
            return true;
        }
        return at < end
                && token.tag() != Tag.RB
                && !token.is(KeyWord.IT)
                && !token.is(KeyWord.THEM)
                && (token.tag() == Tag.PRP
                        || token.is(WordClass.UNIVERSAL)
                        || isToSomebody(at)
                        || (token.is(WordClass.BARE_OBJECT) && !sentence.at(at + 1).isNoun()));
    }

    /** "I write to you". */
    private boolean isToSomebody(int at) {
        var whom = sentence.at(at + 1);
        boolean to = sentence.at(at).tag() == Tag.TO || sentence.at(at).tag() == Tag.IN;
        return to && (whom.is(WordClass.YOU) || whom.is(WordClass.LISTENER));
    }

    private @Nullable Match slot(List<Part> parts, int next, List<Phrase> phrases) {
        return phrases.isEmpty() ? null : match(parts, next + 1, phrases.getLast().next(), phrases);
    }

    private @Nullable Match modifiers(List<Part> parts, int next, int at, List<Phrase> found) {
        int from = at;
        while (from <= end) {
            var match = match(parts, next + 1, from, found);
            if (match != null) {
                return match;
            }
            boolean other =
                    sentence.at(from).tag() == Tag.PRPS && sentence.at(from - 1).tag() == Tag.CD;
            if (from >= end || other || !isModifier(sentence.at(from))) {
                return null;
            }
            from++;
        }
        return null;
    }

    private static boolean isModifier(Token token) {
        return switch (token.tag()) {
            case DT, JJ, RB, CD, PRPS -> true;
            case NN ->
                    token.is(WordClass.DIMINISHER)
                            || token.is(KeyWord.BIT)
                            || token.is(KeyWord.LOT);
            case VBG -> token.is(KeyWord.FREAKING) || token.is(KeyWord.FUCKING);
            default -> token.is(KeyWord.OF) || token.is(WordClass.FILLER);
        };
    }

    private @Nullable Match gap(List<Part> parts, int next, int at, List<Phrase> found) {
        for (int from = at; from <= Math.min(end, at + LONGEST_GAP); from++) {
            var match = match(parts, next + 1, from, found);
            if (match != null) {
                return match;
            }
            if (sentence.at(from).tag().isBreak() || sentence.at(from).is(WordClass.CONJUNCTION)) {
                return null;
            }
        }
        return null;
    }

    private boolean isOneOf(int at, Set<String> words) {
        var token = sentence.at(at);
        return at < end && (words.contains(token.lower()) || words.contains(token.noun()));
    }

    private boolean isEnd(int at) {
        var token = sentence.at(at);
        return at >= end
                || token.tag().isBreak()
                || token.tag() == Tag.UH
                || token.is(WordClass.CONJUNCTION)
                || token.is(WordClass.CONTRAST)
                || token.is(WordClass.SUBORDINATOR)
                || token.tag() == Tag.IN
                || token.is(WordClass.FILLER)
                || token.is(KeyWord.AT);
    }

    private static Phrase constant(String entity, int at) {
        return new Phrase(Phrase.Form.NAME, at - 1, at, at, entity, false, "", List.of());
    }
}
