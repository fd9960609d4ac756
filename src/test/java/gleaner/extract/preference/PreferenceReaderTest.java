package gleaner.extract.preference;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.Finding;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import org.junit.jupiter.api.Test;

class PreferenceReaderTest {

    @Test
    void theEvidenceIsTheWordsThatSayIt() {
        var text = "Hey 🙂 quick thing: please call me Mary Ann, ok?";

        var finding = only("", text);

        assertThat(text.substring(finding.start(), finding.end()))
                .isEqualTo("please call me Mary Ann");
        assertThat(finding.rule()).isEqualTo("name.call-me");
        assertThat(finding.explicit()).isTrue();
    }

    @Test
    void aComplaintImpliesItsWish() {
        var finding = only("", "your answers are too long");

        assertThat(finding.explicit()).isFalse();
        assertThat(finding.confidence()).isLessThan(0.9);
    }

    @Test
    void aFormerHomeIsPast() {
        assertThat(only("", "I used to live in Boston").temporal()).isEqualTo(Temporal.PAST);
    }

    @Test
    void aHomeCarriesItsCountry() {
        assertThat(only("", "I live in Oslo").statement())
                .isInstanceOfSatisfying(
                        Statement.Preference.class,
                        home -> assertThat(home.attributes()).containsEntry("country", "Norway"));
    }

    @Test
    void aHomeWhoseNameManyPlacesShareCarriesNoCountry() {
        assertThat(only("", "I live in Cambridge").statement())
                .isInstanceOfSatisfying(
                        Statement.Preference.class,
                        home -> assertThat(home.attributes()).isEmpty());
    }

    @Test
    void theRegionTellsWhichOfThemIsMeant() {
        assertThat(only("", "I live in Cambridge, Massachusetts").statement())
                .isInstanceOfSatisfying(
                        Statement.Preference.class,
                        home -> {
                            assertThat(home.value()).isEqualTo("Cambridge, Massachusetts");
                            assertThat(home.attributes()).containsEntry("country", "United States");
                        });
    }

    @Test
    void aSharedZoneIsRefusedUntilAPlaceTellsWhichIsMeant() {
        assertThat(Readings.labels("", "my timezone is CST")).isEmpty();
        assertThat(Readings.labels("", "I'm visiting my sister in Houston. my timezone is CST"))
                .containsExactly("timezone=America/Chicago");
    }

    @Test
    void aBareAnswerCountsOnlyBehindItsQuestion() {
        assertThat(Readings.labels("What should I call you?", "Mark is fine"))
                .containsExactly("preferred_name=Mark");
        assertThat(Readings.labels("How is your brother?", "Mark is fine")).isEmpty();
    }

    @Test
    void theLaterWishOfAMessageWins() {
        assertThat(
                        Readings.labels(
                                "", "keep it short. actually no, give me long answers from now on"))
                .containsExactly("response_length=long");
    }

    @Test
    void aWishAboutOneTaskDoesNotStand() {
        assertThat(Readings.labels("", "Write a poem for my mum. Keep it short.")).isEmpty();
        assertThat(Readings.labels("", "be brief: what is a monad?")).isEmpty();
        assertThat(Readings.labels("", "Write a poem for my mum. And always keep it short."))
                .containsExactly("response_length=short");
    }

    @Test
    void nothingBehindTheStartOfAGameCounts() {
        assertThat(Readings.labels("", "Let's roleplay. I live in Rome and my name is Brutus."))
                .isEmpty();
        assertThat(Readings.labels("", "I live in Rome. Let's roleplay, my name is Brutus."))
                .containsExactly("location=Rome");
    }

    @Test
    void aListOfTopicsIsSeveralWishes() {
        assertThat(Readings.labels("", "let's not talk about politics, religion or my ex"))
                .containsExactlyInAnyOrder(
                        "topic_preferences=avoid:politics",
                        "topic_preferences=avoid:religion",
                        "topic_preferences=avoid:ex");
    }

    @Test
    void aSecretIsNoName() {
        assertThat(Readings.labels("", "my name is 4111111111111111")).isEmpty();
    }

    private static Finding only(String asked, String text) {
        assertThat(Readings.findings(asked, text)).hasSize(1);
        return Readings.findings(asked, text).getFirst();
    }
}
