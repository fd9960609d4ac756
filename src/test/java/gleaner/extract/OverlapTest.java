package gleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.extract.text.Sentence;
import gleaner.extract.text.TextReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class OverlapTest {
    private static final List<Sentence> SENTENCES =
            TextReader.load()
                    .read("I live in Oslo. Hm! You? \n\n I love figs, and you know it.  Bye");

    @Property
    void exactlyTheSentencesThatShareACharacterAreFound(
            @ForAll @IntRange(max = 70) int start,
            @ForAll @IntRange(min = 1, max = 70) int length) {
        int end = start + length;

        assertThat(Overlap.of(SENTENCES, start, end))
                .isEqualTo(
                        SENTENCES.stream()
                                .filter(s -> s.start() < end && start < s.end())
                                .toList());
    }
}
