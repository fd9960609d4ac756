package gleaner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.EmbeddedReader;
import gleaner.extract.ReadingLimits;
import org.junit.jupiter.api.Test;

class ExplainFormatTest {
    private static final ExplainFormat FORMAT =
            new ExplainFormat(EmbeddedReader.load(new ReadingLimits(50, 240, true)), 1000);

    @Test
    void whatWasReadIsShownWithItsRule() {
        assertThat(explained("I live in Oslo"))
                .contains("read      lives_in Oslo  (current, ", "by live@");
    }

    @Test
    void whatIsSupposedAskedReportedOrQuotedIsLeftOutForThatReason() {
        assertThat(explained("If I had a boat I would sail"))
                .contains("left out  I had a boat  (supposed");
        assertThat(explained("She says I hate fish"))
                .contains("left out  I hate fish  (somebody else's");
        assertThat(explained("\"I hate fish\" is a song")).contains("(quoted)");
        assertThat(explained("Where do I live?")).contains("(asked or ordered, not stated)");
    }

    @Test
    void whatIsNotTheWritersOwnIsLeftOut() {
        assertThat(explained("`I live in Oslo` fails")).contains("(not the writer's own words)");
        assertThat(explained("pretend you are a bear. I hate fish")).contains("make-believe");
    }

    @Test
    void whatNoRuleReadsIsShown() {
        assertThat(explained("I contemplate the void"))
                .contains("unread    I contemplate the void");
    }

    private static String explained(String message) {
        return FORMAT.answer(new InputLine(1, message, false)).output();
    }
}
