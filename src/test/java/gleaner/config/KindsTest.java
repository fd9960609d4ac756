package gleaner.config;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.config.Kind.Parsed;
import gleaner.config.Kind.Raw;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
    private static final Kind<Duration> DURATION =
            Kinds.duration(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"999 ms,too small", "1000 ms,", "1 s,", "60 s,", "1 m,", "60001 ms,too large"})
    void aDurationStaysWithinItsBounds(String text, @Nullable String why) {
        assertThat(whyNot(DURATION, text)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"0,too small", "1,", "16,", "17,too large", "-1,too small", "+4,"})
    void aCountStaysWithinItsBounds(String text, @Nullable String why) {
        assertThat(whyNot(Kinds.count(1, 16), text)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"1023 B,too small", "1 KiB,", "1 MiB,", "1048577 B,too large", "9 GiB,too large"})
    void aSizeStaysWithinItsBounds(String text, @Nullable String why) {
        assertThat(whyNot(Kinds.size(1 << 10, 1 << 20), text)).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30",
                "s",
                "30 sec",
                "30 S",
                "1.5 s",
                "-1 s",
                "30  s",
                "30 s 5",
                "999999999999999999 h",
                "9999999999999999999 ms"
            })
    void whatIsNoWholeNumberWithAUnitIsNoDuration(String text) {
        assertThat(whyNot(DURATION, text)).isEqualTo("no whole number with a unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void nothingIsAValueOnlyWhereItMayBeLeftOut(String text) {
        assertThat(whyNot(DURATION, text)).isEqualTo("empty");
    }

    @Test
    void anOptionalValueMayBeLeftOut() {
        assertThat(whyNot(Kinds.optional(DURATION), "")).isNull();
        assertThat(whyNot(Kinds.optional(DURATION), "soon"))
                .isEqualTo("no whole number with a unit");
    }

    @Test
    void aListNamesTheElementThatIsWrong() {
        assertThat(whyNot(Kinds.listOf(Kinds.count(1, 9)), "1,2,30"))
                .isEqualTo("element 3 is too large");
        assertThat(whyNot(Kinds.listOf(Kinds.count(1, 9)), "1,,3")).isEqualTo("element 2 is empty");
    }

    @Property
    void aQuantityReadsWhatItWrites(@ForAll @LongRange(min = 0) long amount) {
        assertThat(Quantity.MILLISECONDS.read(Quantity.MILLISECONDS.write(amount / 10)))
                .hasValue(amount / 10);
        assertThat(Quantity.BYTES.read(Quantity.BYTES.write(amount / 10))).hasValue(amount / 10);
    }

    @Property
    void noTextMakesAKindThrow(@ForAll String text) {
        for (var setting : Catalogue.ALL) {
            assertThat(setting.kind().parse(new Raw.Text(text))).isNotNull();
        }
    }

    @Property
    void aCountIsTakenExactlyWithinItsBounds(
            @ForAll int number, @ForAll @IntRange(min = 0) int max) {
        var taken = whyNot(Kinds.count(0, max), String.valueOf(number)) == null;

        assertThat(taken).isEqualTo(number >= 0 && number <= max);
    }

    private static <T> @Nullable String whyNot(Kind<T> kind, String text) {
        return switch (kind.parse(new Raw.Text(text))) {
            case Parsed.Value<T> _ -> null;
            case Parsed.Wrong<T>(var why) -> why;
        };
    }
}
