package gleaner.postgres.statement;

import gleaner.cycle.DeadLetter;
import gleaner.postgres.letter.Kept;
import gleaner.postgres.letter.Owner;
import gleaner.postgres.letter.Sealed;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is stored.
 *
 * @param kept the record, where it is kept
 */
public record StoredLetter(DeadLetter letter, @Nullable Kept kept) {

    <T> @Nullable T ofOwner(Function<Owner, @Nullable T> column) {
        return kept == null ? null : column.apply(kept.owner());
    }

    <T> @Nullable T ofSealed(Function<Sealed, T> column) {
        return kept == null ? null : column.apply(kept.sealed());
    }
}
