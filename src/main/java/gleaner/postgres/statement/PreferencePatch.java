package gleaner.postgres.statement;

import java.util.SortedSet;

/**
 * How one user's preferences change.
 *
 * @param removed keys to take out; none of them in {@code patch}
 * @param patch a JSON object to merge in, as text
 */
public record PreferencePatch(String userId, SortedSet<String> removed, String patch) {}
