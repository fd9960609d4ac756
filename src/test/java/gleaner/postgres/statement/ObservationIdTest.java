package gleaner.postgres.statement;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.memory.EntityType;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Relation;
import gleaner.memory.Said;
import gleaner.memory.Statement.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationIdTest {
    @Test
    void theSameContentHasTheSameIdInEveryVersion() {
        // Another id than before would store everything twice that is delivered again.
        assertThat(ObservationId.of(Said.at(1).lives("Oslo")))
                .hasToString("0ad4ea31-434d-bf25-10ab-452b132d6bbf");
    }

    @Test
    void otherContentHasAnotherId() {
        var different =
                List.of(
                        Said.at(1).lives("Oslo"),
                        Said.at(2).lives("Oslo"),
                        Said.at(1).lives("Rome"),
                        Said.at(1).denied().lives("Oslo"),
                        Said.at(1).implied().lives("Oslo"),
                        Said.at(1).surely(0.5).lives("Oslo"),
                        Said.at(1).is(Relation.VISITED, EntityType.PLACE, "Oslo"),
                        Said.at(1).is(Relation.LIVES_IN, EntityType.OTHER, "Oslo"),
                        Said.at(1).prefers(PreferenceKey.LOCATION, "Oslo"),
                        Said.at(1).wishes("Oslo", Wish.FOCUS),
                        Said.at(1).wishes("Oslo", Wish.AVOID));

        assertThat(different).map(ObservationId::of).doesNotHaveDuplicates();
    }

    @Test
    void neitherTheQuoteNorWhoHeardItMakesAnother() {
        var heard = Said.at(1).lives("Oslo");
        var source = heard.source();
        var elsewhere =
                new Observation(
                        heard.userId(),
                        heard.statement(),
                        heard.denied(),
                        heard.temporal(),
                        heard.confidence(),
                        heard.strength(),
                        heard.explicit(),
                        heard.emotion(),
                        new gleaner.memory.Source(
                                source.eventId(),
                                "other",
                                source.messageId(),
                                source.saidAt().plusNanos(7),
                                "web",
                                "gwen"),
                        new gleaner.memory.Evidence(0, 1, null, "test"),
                        heard.extractor());

        assertThat(ObservationId.of(elsewhere)).isEqualTo(ObservationId.of(heard));
    }
}
