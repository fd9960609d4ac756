package gleaner.extract.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.extract.clause.Aspect;
import gleaner.extract.lang.Table;
import gleaner.extract.type.Kind;
import gleaner.memory.Relation;
import org.junit.jupiter.api.Test;

class FrameTableTest {

    @Test
    void aRowIsAFrameOfEachOfItsVerbs() {
        var table = table("stand|bear\tOBJ\tcan negated\thates\tdeny\t.9\t.8\t!food,media\thabit");
        var frame = table.of("bear").getFirst();
        assertThat(table.of("stand")).hasSize(1);
        assertThat(frame.relation()).isEqualTo(Relation.HATES);
        assertThat(frame.required()).containsExactlyInAnyOrder(Aspect.CAN, Aspect.NEGATED);
        assertThat(frame.kinds()).containsExactly(Kind.FOOD, Kind.MEDIA);
        assertThat(frame.onlyKinds()).isTrue();
        assertThat(frame.is(Option.HABIT)).isTrue();
        assertThat(frame.id()).isEqualTo("bear@1");
    }

    @Test
    void anUnknownRelationIsRefusedWithItsLine() {
        assertThatThrownBy(() -> table("like\tOBJ\t-\tlikez\tdeny\t.9\t.8\t-\t-"))
                .hasMessage("frames.tsv line 1: unknown relation likez");
    }

    @Test
    void theSameFrameTwiceIsRefusedWithItsLine() {
        var row = "like\tOBJ\t-\tlikes\tdeny\t.9\t.8\t-\t-";
        assertThatThrownBy(() -> table(row + "\n" + row))
                .hasMessageStartingWith("frames.tsv line 2: \"like OBJ\" stands here twice");
    }

    @Test
    void anUnknownOptionOrSlotIsRefused() {
        assertThatThrownBy(() -> table("like\tOBJ\t-\tlikes\tdeny\t.9\t.8\t-\tsometimes"))
                .hasMessageContaining("line 1: unknown Option \"sometimes\"");
        assertThatThrownBy(() -> table("like\tTHING\t-\tlikes\tdeny\t.9\t.8\t-\t-"))
                .hasMessageContaining("line 1: unknown Content \"THING\"");
    }

    private static FrameTable table(String text) {
        return FrameTable.load(Table.parse("frames.tsv", text));
    }
}
