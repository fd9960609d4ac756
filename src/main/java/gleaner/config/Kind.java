package gleaner.config;

import java.util.List;

/**
 * What a setting takes: how a value is read, and which are allowed.
 *
 * @param <T> the value once it is read
 */
interface Kind<T> {

    /** Which values are allowed, with unit and an example: follows "allowed is". */
    String allowed();

    /** Reads a value as it stands in a file or a variable; never throws. */
    Parsed<T> parse(Raw raw);

    /** A value before it is read; nothing at all is an empty text. */
    sealed interface Raw {

        record Text(String text) implements Raw {}

        record Listed(List<String> texts) implements Raw {
            public Listed {
                texts = List.copyOf(texts);
            }
        }
    }

    /** What came of reading. */
    sealed interface Parsed<T> {

        record Value<T>(T value) implements Parsed<T> {}

        /**
         * Not a value of this kind.
         *
         * @param why in a few words, without the value itself
         */
        record Wrong<T>(String why) implements Parsed<T> {}
    }
}
