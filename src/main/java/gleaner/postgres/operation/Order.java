package gleaner.postgres.operation;

import io.vertx.core.json.JsonObject;

/**
 * What somebody ordered, as the audit will tell it.
 *
 * @param command as typed, without arguments
 * @param arguments without personal data: a user is the digest of the id
 * @param osUser who typed it
 * @param apply whether it is to be done; otherwise everything is tried and rolled back
 */
public record Order(String command, JsonObject arguments, String osUser, boolean apply) {

    /** The same, to be done in any case. */
    public Order applied() {
        return new Order(command, arguments, osUser, true);
    }
}
