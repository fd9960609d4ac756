package gleaner.bench.jsonb;

import java.util.List;
import java.util.Optional;

/** All that was measured in one cell. */
record CellResult(Cell cell, StoredSize stored, List<Measured> measured, List<IndexSize> sizes) {
    CellResult {
        measured = List.copyOf(measured);
        sizes = List.copyOf(sizes);
    }

    Optional<Measured> of(Access access, Operation operation) {
        return measured.stream()
                .filter(m -> m.access() == access && m.operation() == operation)
                .findFirst();
    }
}
