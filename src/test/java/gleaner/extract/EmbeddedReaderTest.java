package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.event.Role;
import gleaner.extract.Extraction.Span;
import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.Relation;
import gleaner.memory.Statement;
import gleaner.memory.Temporal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedReaderTest {

    @ParameterizedTest
    @EnumSource(names = {"ASSISTANT", "SYSTEM"})
    void onlyTheUsersOwnTurnsTeach(Role role) {
        var turn = Facts.turn(role, "I live in Oslo and I love skiing.");
        assertThat(Facts.READER.read(turn, Context.NONE)).isEqualTo(Extraction.NOTHING);
    }

    @Test
    void aStatementComesWithItsWordsAndWhereTheyStand() {
        var text = "Hello! I live in Oslo. Bye.";
        var evidence = only(text, Relation.LIVES_IN).evidence();
        assertThat(evidence.quote()).isEqualTo("I live in Oslo");
        assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo("I live in Oslo");
        assertThat(evidence.rule()).startsWith("live@");
    }

    @Test
    void aQuoteIsNoLongerThanItMayBe() {
        var reader = EmbeddedReader.load(new ReadingLimits(50, 6, true));
        var turn = Facts.turn(Role.USER, "I live in Oslo.");
        var evidence = reader.read(turn, Context.NONE).observations().getFirst().evidence();
        assertThat(evidence.quote()).isEqualTo("I live");
    }

    @Test
    void quotesCanBeSwitchedOff() {
        var reader = EmbeddedReader.load(new ReadingLimits(50, 240, false));
        var turn = Facts.turn(Role.USER, "I live in Oslo.");
        assertThat(reader.read(turn, Context.NONE).observations())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.evidence().quote()).isNull());
    }

    @Test
    void oneMessageTeachesNoMoreThanItMay() {
        var reader = EmbeddedReader.load(new ReadingLimits(2, 240, true));
        var turn = Facts.turn(Role.USER, "I love tea, jazz, chess and hiking.");
        assertThat(reader.read(turn, Context.NONE).observations()).hasSize(2);
    }

    @Test
    void anAnswerNeedsItsQuestion() {
        assertThat(Facts.in("a nurse")).isEmpty();
        assertThat(Facts.in("What do you do? || a nurse")).containsExactly("works_as nurse");
    }

    @Test
    void theSameThingTwiceIsOneObservation() {
        assertThat(Facts.observations("I love tea. I really love tea!"))
                .filteredOn(o -> o.statement() instanceof Statement.Fact)
                .hasSize(1);
    }

    @Test
    void aMoveSaysWhereFromAndWhereTo() {
        var facts = Facts.in("We moved from Leeds to Oslo last week.");
        assertThat(facts).containsExactlyInAnyOrder("<lives_in leeds", "lives_in oslo");
    }

    @Test
    void aCorrectionTakesTheFirstWordBack() {
        assertThat(Facts.in("I live in Leeds, no wait, Oslo")).containsExactly("lives_in oslo");
    }

    @Test
    void whatNoRuleReadsIsMarkedForASecondReader() {
        var text = "I tend to overthink everything.";
        var extraction = Facts.READER.read(Facts.turn(Role.USER, text), Context.NONE);
        assertThat(extraction.observations()).isEmpty();
        assertThat(extraction.unread()).containsExactly(new Span(0, text.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Me gusta la pizza y vivo en Madrid",
                "Ich wohne in Berlin und mag Katzen",
                "我住在北京，我喜欢猫",
                "Я живу в Москве"
            })
    void otherLanguagesAreLeftToOthers(String text) {
        var extraction = Facts.READER.read(Facts.turn(Role.USER, text), Context.NONE);
        assertThat(extraction.unsupportedLanguage()).isTrue();
        assertThat(extraction.observations()).isEmpty();
    }

    @Test
    void englishWithForeignNamesIsEnglish() {
        assertThat(Facts.in("I love Björk and tacos al pastor")).contains("loves björk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My card is 4111 1111 1111 1111 and I love tea",
                "I love tea, mail me at jane.doe@example.com",
                "I have the key sk-abc123def456ghi789jkl and I love tea",
                "I use the password hunter22 and I love tea"
            })
    void secretsAreNeitherEntitiesNorQuoted(String text) {
        for (var observation : Facts.observations(text)) {
            var quote = observation.evidence().quote();
            var all = observation.statement() + " " + quote;
            assertThat(all)
                    .doesNotContain("4111")
                    .doesNotContain("jane.doe")
                    .doesNotContain("sk-abc")
                    .doesNotContain("hunter22");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I work as a nurse | WORKS_AS | OCCUPATION",
                "I work at Siemens | WORKS_AT | ORGANIZATION",
                "I live in Oslo | LIVES_IN | PLACE",
                "I love pizza | LOVES | FOOD",
                "I love chess | LOVES | HOBBY",
                "I love The Matrix | LOVES | MEDIA",
                "my cat Luna sleeps | HAS_PET | PET",
                "my wife Anna is here | MARRIED_TO | PERSON",
                "I play the violin | PLAYS | HOBBY",
                "I speak Welsh | SPEAKS | TOPIC"
            })
    void entitiesAreTyped(String text, Relation relation, EntityType type) {
        var fact = (Statement.Fact) only(text, relation).statement();
        assertThat(fact.entity().type()).isEqualTo(type);
    }

    @Test
    void strengthAndDoubtAreHeard() {
        double plain = only("I like tea", Relation.LIKES).strength();
        assertThat(only("I really like tea", Relation.LIKES).strength()).isGreaterThan(plain);
        assertThat(only("I kinda like tea", Relation.LIKES).strength()).isLessThan(plain);
        assertThat(only("I guess I like tea", Relation.LIKES).confidence())
                .isLessThan(only("I like tea", Relation.LIKES).confidence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I used to play the violin | PLAYS | PAST",
                "I play the violin | PLAYS | CURRENT",
                "I lived in Rome for a year | LIVES_IN | PAST",
                "I've lived in Rome for a year | LIVES_IN | CURRENT",
                "we're moving to Rome next month | LIVES_IN | FUTURE"
            })
    void timeIsHeard(String text, Relation relation, Temporal temporal) {
        assertThat(only(text, relation).temporal()).isEqualTo(temporal);
    }

    private static Observation only(String text, Relation relation) {
        List<Observation> found =
                Facts.observations(text).stream()
                        .filter(o ->
                                o.statement() instanceof Statement.Fact(var r, var _)
                                        && r == relation)
                        .toList();
        assertThat(found).as(text).hasSize(1);
        return found.getFirst();
    }
}
