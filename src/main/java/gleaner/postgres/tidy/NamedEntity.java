package gleaner.postgres.tidy;

import java.util.UUID;

/** A row of {@code fact_entities} and how it is called there. */
public record NamedEntity(UUID id, String type, String name) {}
