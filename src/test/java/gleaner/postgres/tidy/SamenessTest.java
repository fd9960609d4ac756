package gleaner.postgres.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.EntityNames;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamenessTest {
    private static final Sameness SAMENESS = new Sameness(EntityNames.load()::singular);

    @ParameterizedTest
    @CsvSource({
        "food, Pizza, pizza",
        "food, '  pizza', pizza",
        "food, ice  cream, ice cream",
        "food, pizzas, pizza",
        "hobby, board games, board game",
        "other, BOXES, box",
        "place, PARIS, Paris",
        "someone's own type, A, a"
    })
    void theseAreOne(String type, String one, String other) {
        assertThat(groups(type, one, other))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.merged()).hasSize(1);
                    assertThat(group.isRenamed()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "topic, physics, physic",
        "other, glasses, glass",
        "person, Waters, Water",
        "place, Naples, Naple",
        "media, Friends, Friend",
        "organization, Apples, Apple",
        "someone's own type, pizzas, pizza",
        "food, pizza, pasta"
    })
    void theseAreTwo(String type, String one, String other) {
        assertThat(groups(type, one, other)).isEmpty();
    }

    @Test
    void theSameNameOfTwoTypesIsTwo() {
        var food = new NamedEntity(UUID.randomUUID(), "food", "apple");
        var company = new NamedEntity(UUID.randomUUID(), "organization", "Apple");

        assertThat(SAMENESS.groups(List.of(food, company))).isEmpty();
    }

    @Test
    void theSingularStaysAndOfItsSpellingsTheFirst() {
        var group = groups("food", "pizzas", "pizza ", "pizza", "Pizza").getFirst();

        assertThat(group.name()).isEqualTo("Pizza");
        assertThat(group.merged())
                .extracting(NamedEntity::name)
                .containsExactly("pizza", "pizzas", "pizza ");
    }

    @Test
    void whatIsWrittenOddlyAndAloneIsRenamed() {
        var group = groups("food", " ice  cream ").getFirst();

        assertThat(group.isRenamed()).isTrue();
        assertThat(group.name()).isEqualTo("ice cream");
        assertThat(group.merged()).isEmpty();
    }

    @Test
    void whatIsNoNameIsLeftAlone() {
        assertThat(groups("food", "  ", "   ", "x".repeat(200), "X".repeat(200))).isEmpty();
    }

    private static List<EntityGroup> groups(String type, String... names) {
        return SAMENESS.groups(
                Arrays.stream(names)
                        .map(name -> new NamedEntity(UUID.randomUUID(), type, name))
                        .toList());
    }
}
