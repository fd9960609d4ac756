package gleaner.http;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param name what: {@code database}, {@code assignment}
 * @param status whether it holds
 * @param reason what is the case, for people, without personal data
 */
public record Check(String name, Status status, String reason) {

    /** Whether a check holds. */
    public enum Status {
        OK,
        /** Somebody should look, but work goes on. */
        WARNING,
        FAILED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Check ok(String name, String reason) {
        return new Check(name, Status.OK, reason);
    }

    public static Check warning(String name, String reason) {
        return new Check(name, Status.WARNING, reason);
    }

    public static Check failed(String name, String reason) {
        return new Check(name, Status.FAILED, reason);
    }
}
