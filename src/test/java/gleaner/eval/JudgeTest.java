package gleaner.eval;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.eval.Judgement.Flaw;
import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import gleaner.extract.text.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Judge JUDGE =
            new Judge(EmbeddedReader.load(new ReadingLimits(50, 240, true)), Lexicon.load());

    @Test
    void aFactIsRightUnderAnyAcceptedRelationAndName() {
        var judgement =
                judge(
                        """
                        {"id": "1", "class": "plain", "text": "I love dogs and I play the oud", "facts": [
                          {"relation": "likes", "accept": ["likes", "loves"], "entity": "hounds",
                           "accept_entity": ["the dog"], "polarity": "positive"}],
                         "preferences": [], "optional": [{"relation": "plays", "entity": "oud"}]}\
                        """);
        assertThat(judgement.hits()).hasSize(1);
        assertThat(judgement.tolerated()).hasSize(1);
        assertThat(judgement.mistakes()).isEmpty();
        assertThat(judgement.missed()).isEmpty();
    }

    @Test
    void aFactIsWrongTheOtherWayRound() {
        var judgement =
                judge(
                        """
                        {"id": "1", "class": "plain", "text": "I have a car", "facts": [
                          {"relation": "owns", "accept": ["owns", "has"], "entity": "car", "polarity": "negative"}],
                         "preferences": []}\
                        """);
        assertThat(flaws(judgement)).containsExactly(Flaw.POLARITY);
        assertThat(judgement.missed()).hasSize(1);
    }

    @Test
    void whatIsReadWhereNothingIsSaidSpringsTheTrap() {
        var judgement =
                judge(
                        """
                        {"id": "1", "class": "fiction", "text": "I live in Oslo", "facts": [], "preferences": []}\
                        """);
        assertThat(judgement.isSprung()).isTrue();
        assertThat(flaws(judgement)).containsOnly(Flaw.TRAP);
    }

    @Test
    void aLaterMessageTakesThePlaceOfAnEarlierOne() {
        var judgement =
                judge(
                        """
                        {"id": "1", "class": "change", "context": [
                          {"role": "user", "text": "call me Mohamed"}, {"role": "assistant", "text": "Sure."},
                          {"role": "user", "text": "call me Mido"}],
                         "facts": [], "preferences": [{"key": "preferred_name", "value": "Mido"}]}\
                        """);
        assertThat(judgement.preferenceHits()).hasSize(1);
        assertThat(
                        judgement.mistakes().stream()
                                .filter(m -> m.flaw() == Flaw.VALUE || m.flaw() == Flaw.INVENTED)
                                .map(m -> m.observation().statement().toString())
                                .filter(s -> s.contains("PREFERRED_NAME")))
                .isEmpty();
    }

    @Test
    void topicsAreJudgedOneByOne() {
        var judgement =
                judge(
                        """
                        {"id": "1", "class": "preference", "text": "please never talk about politics", "facts": [],
                         "preferences": [{"key": "topic_preferences",
                           "value": {"focus": ["chess"], "avoid": ["politics"]}, "accept": []}]}\
                        """);
        assertThat(judgement.preferenceHits()).hasSize(1);
        assertThat(judgement.missedPreferences()).hasSize(1);
    }

    @Test
    void aShareOfRightsFarFromItsConfidenceIsAnError() {
        var reliability = new Reliability();
        reliability.add(0.8, true);
        reliability.add(0.8, false);
        assertThat(reliability.error()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static Judgement judge(String line) {
        return JUDGE.judge(LabelledLine.read(line));
    }

    private static List<Flaw> flaws(Judgement judgement) {
        return judgement.mistakes().stream().map(Judgement.Mistake::flaw).toList();
    }
}
