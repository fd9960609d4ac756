package gleaner.cli;

import gleaner.postgres.statement.LetterKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where a dead letter stands from the command line. */
final class LetterKeyConverter implements ITypeConverter<LetterKey> {
    @Override
    public LetterKey convert(String text) {
        return LetterKey.read(text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "'"
                                        + text
                                        + "' is no position; allowed is topic/partition/offset, as"
                                        + " dead-letters list shows it"));
    }
}
