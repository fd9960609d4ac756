package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomesTest {

    @Test
    void aHomeReadAsAFactIsALocationToo() {
        assertThat(locations("Where do you live these days? || Ghent, moved here in March"))
                .containsExactly("Ghent");
    }

    @Test
    void aHomeReadAsALocationIsAFactToo() {
        assertThat(homes("my new home is Nairobi, so forget the Munich tips"))
                .containsExactly("Nairobi");
    }

    @Test
    void ofTwoHomesInOneMessageTheLaterStands() {
        var text = "I live in Sao Paulo, well, actually Guarulhos, near the airport";
        assertThat(homes(text)).containsExactly("Guarulhos");
        assertThat(locations(text)).containsExactly("Guarulhos");
    }

    @Test
    void whatHasNoNameIsNoLocation() {
        assertThat(locations("I live in a converted barn")).isEmpty();
    }

    private static List<String> homes(String text) {
        return Facts.observations(text).stream()
                .map(Observation::statement)
                .filter(Statement.Fact.class::isInstance)
                .map(Statement.Fact.class::cast)
                .filter(fact -> fact.relation() == Relation.LIVES_IN)
                .map(fact -> fact.entity().name())
                .toList();
    }

    private static List<String> locations(String text) {
        return Facts.observations(text).stream()
                .map(Observation::statement)
                .filter(Statement.Preference.class::isInstance)
                .map(Statement.Preference.class::cast)
                .filter(preference -> preference.key() == PreferenceKey.LOCATION)
                .map(Statement.Preference::value)
                .toList();
    }
}
