package gleaner.extract;

/**
 * Reads what a turn says about its user. Pure: the same turn and context give the same extraction.
 */
@FunctionalInterface
public interface Reader {
    Extraction read(Turn turn, Context context);
}
