package gleaner.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name somebody meant who wrote another. */
final class NearMiss {
    private NearMiss() {}

    /** The nearest of the names, unless even that is far. */
    static Optional<String> of(String written, Collection<String> names) {
        var tail =
                names.stream()
                        .filter(n -> n.endsWith("." + written) || written.endsWith("." + n))
                        .findFirst();
        return tail.isPresent()
                ? tail
                : names.stream()
                        .filter(n -> isNear(written, n))
                        .min(Comparator.comparingInt(n -> distance(written, n)));
    }

    /** Measured only where the lengths leave room: a name from outside can have any length. */
    private static boolean isNear(String written, String name) {
        int room = Math.max(2, name.length() / 5);
        return Math.abs(written.length() - name.length()) <= room
                && distance(written, name) <= room;
    }

    /**
     * Letters to insert, remove, replace, or swap with their neighbour (optimal string alignment).
     */
    static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = cell(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cell(int[][] rows, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        var differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var least =
                Math.min(
                        rows[i - 1][j - 1] + differs, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
