package gleaner.postgres.letter;

/** A payload that is kept with a dead letter, and whose it is. */
public record Kept(Owner owner, Sealed sealed) {}
