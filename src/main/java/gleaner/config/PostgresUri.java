package gleaner.config;

import gleaner.config.Kind.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** Where the database is; who we are there is set elsewhere, so that this may be shown. */
final class PostgresUri {
    static final Kind<String> KIND =
            Kinds.scalar(
                    "postgresql://host:port/database, with ?sslmode=... if need be, without user"
                            + " and password",
                    PostgresUri::parse);

    /** The one that both the reactive client and, behind {@code jdbc:}, the driver understand. */
    private static final String SCHEME = "postgresql";

    private static final Set<String> IDENTITY = Set.of("user", "password");

    private PostgresUri() {}

    private static Parsed<String> parse(String text) {
        try {
            return check(new URI(text), text);
        } catch (URISyntaxException _) {
            return new Parsed.Wrong<>("no URI");
        }
    }

    private static Parsed<String> check(URI uri, String text) {
        if (!SCHEME.equals(uri.getScheme())) {
            return new Parsed.Wrong<>("not a postgresql:// URI");
        }
        if (namesUser(uri)) {
            return new Parsed.Wrong<>(
                    "holding a user or a password, which belong in postgres.user and"
                            + " postgres.password or postgres.password-file");
        }
        if (uri.getHost() == null) {
            return new Parsed.Wrong<>("without a host");
        }
        return uri.getPath().length() < 2
                ? new Parsed.Wrong<>("without a database")
                : new Parsed.Value<>(text);
    }

    private static boolean namesUser(URI uri) {
        var authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
        var query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        return authority.contains("@")
                || Arrays.stream(query.split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .anyMatch(IDENTITY::contains);
    }
}
