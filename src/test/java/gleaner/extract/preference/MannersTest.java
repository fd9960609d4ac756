package gleaner.extract.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gleaner.extract.lang.Table;
import gleaner.extract.preference.slot.MannerSlot;
import gleaner.memory.PreferenceKey;
import org.junit.jupiter.api.Test;

/** The words for manners of answering stand for values that can be stored, and each stands once. */
class MannersTest {
    @Test
    void everyPhraseStandsForAValueOfItsKey() {
        assertThat(Pack.table("manners").rows())
                .allSatisfy(row ->
                        assertThat(key(row.cell(0)).normalise(row.cell(1)))
                                .as(row.cell(0))
                                .isPresent());
    }

    @Test
    void aPhraseThatStandsTwiceIsRefused() {
        var table = Table.parse("manners.tsv", "how\tshort\tbrief|terse\nhow\tlong\tbrief");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannerSlot.of(table))
                .withMessageContaining("manners.tsv line 2")
                .withMessageContaining("brief");
    }

    @Test
    void aPhraseLongerThanASlotMayTakeIsRefused() {
        var table = Table.parse("manners.tsv", "how\tshort\ta b c d e f g h i");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannerSlot.of(table))
                .withMessageContaining("more than 8 words");
    }

    private static PreferenceKey key(String slot) {
        if (slot.startsWith("length-")) {
            return PreferenceKey.RESPONSE_LENGTH;
        }
        return slot.startsWith("style-")
                ? PreferenceKey.COMMUNICATION_STYLE
                : PreferenceKey.FORMALITY_LEVEL;
    }
}
