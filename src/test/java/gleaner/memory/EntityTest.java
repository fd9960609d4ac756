package gleaner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTest {
    /** One character; as NFC has it, three. */
    private static final String GROWS = "\uFB2C";

    @Test
    void spellingsOfOneNameAreOne() {
        var plain = new Entity(EntityType.FOOD, "crème brûlée");

        assertThat(new Entity(EntityType.FOOD, " cre\u0300me \t bru\u0302le\u0301e\n"))
                .isEqualTo(plain);
        assertThat(new Entity(EntityType.FOOD, "Crème BRÛLÉE").key()).isEqualTo(plain.key());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Entity.MAX_NAME})
    void aNameHasOneToSoManyCharacters(int length) {
        assertThat(Entity.of(EntityType.FOOD, "x".repeat(length)))
                .contains(new Entity(EntityType.FOOD, "x".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Entity.MAX_NAME + 1})
    void whatIsNoNameIsRefusedWithWhatIsAllowed(int length) {
        assertThat(Entity.of(EntityType.FOOD, "x".repeat(length))).isEmpty();
        assertThatThrownBy(() -> new Entity(EntityType.FOOD, "x".repeat(length)))
                .hasMessage("entity name of " + length + " characters; allowed are 1 to 120");
    }

    @Test
    void aNameIsMeasuredAsItIsKept() {
        assertThat(Entity.of(EntityType.OTHER, GROWS.repeat(40))).isPresent();
        assertThat(Entity.of(EntityType.OTHER, GROWS.repeat(41))).isEmpty();
        assertThat(Entity.of(EntityType.OTHER, " ".repeat(500) + "x")).isPresent();
    }
}
