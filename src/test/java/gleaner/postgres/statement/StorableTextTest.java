package gleaner.postgres.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StorableTextTest {
    @Test
    void ordinaryTextIsTheSameObject() {
        var text = "Ålesund, 東京";

        assertThat(StorableText.of(text)).isSameAs(text);
    }

    @Test
    void nullCharactersGoAndLoneSurrogatesAreReplaced() {
        assertThat(StorableText.of("a\u0000b\uD800c\uDC00")).isEqualTo("ab\uFFFDc\uFFFD");
    }

    @Test
    void pairsOfSurrogatesStay() {
        assertThat(StorableText.of("\uD83C\uDF55")).isEqualTo("\uD83C\uDF55");
    }

    @Property
    void anyTextBecomesWhatPostgresqlTakes(@ForAll("textWithAnyUnit") String text)
            throws CharacterCodingException {
        var clean = StorableText.of(text);

        assertThat(clean).doesNotContain("\u0000");
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(clean));
        assertThat(StorableText.of(clean)).isEqualTo(clean);
    }

    @Provide
    Arbitrary<String> textWithAnyUnit() {
        return Arbitraries.strings()
                .withCharRange('\uD7F0', '\uE010')
                .withChars('\u0000', 'a', 'é')
                .ofMaxLength(12);
    }
}
