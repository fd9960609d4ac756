package gleaner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PreferenceKeyTest {

    @ParameterizedTest
    @CsvSource({
        "preferred_name, ' Mark ', Mark",
        "pronouns, They/Them, they/them",
        "pronouns, any, any",
        "timezone, Europe/Oslo, Europe/Oslo",
        "timezone, UTC+05:30, UTC+05:30",
        "timezone, UTC+14:00, UTC+14:00",
        "location, Lisbon, Lisbon",
        "language, pt-br, pt-BR",
        "communication_style, Brief, brief",
        "response_length, SHORT, short",
        "formality_level, casual, casual",
        "topic_preferences, jazz, jazz"
    })
    void aValueIsStoredInOneForm(String key, String said, String stored) {
        assertThat(key(key).normalise(said)).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "preferred_name, ''",
        "location, ''",
        "topic_preferences, ''",
        "pronouns, she",
        "pronouns, she / her",
        "pronouns, ninelette/her",
        "timezone, CET",
        "timezone, Europe/Nowhere",
        "timezone, UTC+15:00",
        "language, und",
        "language, not a language",
        "communication_style, loud",
        "response_length, tiny",
        "formality_level, brief"
    })
    void whatIsNoValueOfTheKeyIsRefused(String key, String said) {
        assertThat(key(key).normalise(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"preferred_name, 60", "location, 120", "topic_preferences, 80"})
    void aTextHasSoManyCharactersAtMost(String key, int most) {
        assertThat(key(key).normalise("x".repeat(most))).contains("x".repeat(most));
        assertThat(key(key).normalise("x".repeat(most + 1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsFoundByItsName(PreferenceKey key) {
        assertThat(PreferenceKey.named(key.wireName())).contains(key);
    }

    @Test
    void noOtherNameIsAKey() {
        assertThat(PreferenceKey.named("shoe_size")).isEmpty();
        assertThat(PreferenceKey.named("TIMEZONE")).isEmpty();
    }

    private static PreferenceKey key(String name) {
        return PreferenceKey.named(name).orElseThrow();
    }
}
