package gleaner.extract.frame;

import gleaner.extract.text.KeyWord;
import gleaner.extract.text.Sentence;
import gleaner.extract.text.Tag;
import gleaner.extract.text.WordClass;

/** Knows where a message stops speaking of its writer: a text to work on, or a pretence. */
final class Narration {
    private static final int LEAD_IN = 6;

    /** Whether everything behind this sentence is material or make-believe. */
    boolean startsAt(Sentence sentence) {
        boolean material = false;
        boolean announced = false;
        boolean titled = false;
        for (int i = 0; i < sentence.size(); i++) {
            var token = sentence.at(i);
            if (i < LEAD_IN && token.is(WordClass.PRETENCE) && isFirstVerb(sentence, i)) {
                return true;
            }
            material |= i < LEAD_IN && token.is(WordClass.MATERIAL) && isFirstVerb(sentence, i);
            boolean text = token.is(WordClass.FICTION) || token.is(WordClass.TEXT_NOUN);
            if (token.is(":") && titled) {
                return true;
            }
            titled |= text;
            announced |=
                    token.is(":")
                            || token.is(KeyWord.THIS)
                            || token.is(KeyWord.FOLLOWING)
                            || token.is(KeyWord.BELOW);
        }
        return material && announced;
    }

    /** Nothing but "please", "can you", "let's" stands before it. */
    private static boolean isFirstVerb(Sentence sentence, int at) {
        for (int i = 0; i < at; i++) {
            var token = sentence.at(i);
            boolean polite =
                    token.is(WordClass.COMMAND)
                            || token.is(WordClass.YOU)
                            || token.is(WordClass.MODAL_CAN)
                            || token.is(WordClass.MODAL_WOULD)
                            || token.is(WordClass.GREETING)
                            || token.is(WordClass.FILLER)
                            || token.is(WordClass.ME)
                            || token.is(KeyWord.US)
                            || token.tag().isBreak()
                            || token.tag() == Tag.UH;
            if (!polite) {
                return false;
            }
        }
        return true;
    }
}
